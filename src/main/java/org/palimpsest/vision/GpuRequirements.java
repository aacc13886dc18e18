package org.palimpsest.vision;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a GPU needs to be used, as found on this machine, in the order in which it is put right.
 *
 * @param driver version of NVIDIA's driver, for example {@code 570.86.10}; null where none is found
 * @param cudaEngine whether the engine's native libraries are a CUDA build
 * @param runtime whether CUDA's runtime library can be loaded
 * @param gpus GPUs the engine can use
 */
public record GpuRequirements(
    @Nullable String driver, boolean cudaEngine, boolean runtime, int gpus) {
  /** First driver series for CUDA 12 by NVIDIA's table of minor version compatibility. */
  private static final int OLDEST_DRIVER = 525;

  private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final Pattern VERSION = Pattern.compile("\\b(\\d{3,}\\.\\d+(\\.\\d+)?)\\b");

  /** One requirement, met or not, in a sentence. */
  public record Step(boolean met, String words) {}

  /** As this machine and this engine are; Linux tells the driver's version, others do not. */
  public static GpuRequirements ofThisMachine() {
    Engine engine = Engine.getEngine("PyTorch");
    return new GpuRequirements(
        driverOf(text(DRIVER)),
        engine.hasCapability(StandardCapabilities.CUDA),
        CudaUtils.hasCuda(),
        engine.getGpuCount());
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** The version in what the kernel module says of itself; null if it says none. */
  static @Nullable String driverOf(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Every requirement; the first unmet one is the one to see to. */
  public List<Step> steps() {
    return List.of(driverStep(), engineStep(), runtimeStep(), gpuStep());
  }

  private Step driverStep() {
    if (driver == null) {
      return gpus > 0
          ? new Step(true, "An NVIDIA driver works, though this system does not tell its version.")
          : new Step(
              false,
              "No NVIDIA driver is found: without an NVIDIA GPU and its driver (%d or newer) the"
                      .formatted(OLDEST_DRIVER)
                  + " CPU is used.");
    }
    boolean recent = Integer.parseInt(driver.substring(0, driver.indexOf('.'))) >= OLDEST_DRIVER;
    return new Step(
        recent,
        recent
            ? "NVIDIA driver %s is installed.".formatted(driver)
            : "NVIDIA driver %s is too old for CUDA 12: %d or newer is needed."
                .formatted(driver, OLDEST_DRIVER));
  }

  private Step engineStep() {
    return new Step(
        cudaEngine,
        cudaEngine
            ? "The engine's native libraries are a CUDA build."
            : "The engine's native libraries are the CPU build: set PYTORCH_LIBRARY_PATH to the"
                + " libraries of libtorch 2.7.1 for CUDA 12.8, PYTORCH_VERSION=2.7.1 and"
                + " PYTORCH_FLAVOR=cu128. Nothing is ever downloaded.");
  }

  private Step runtimeStep() {
    return new Step(
        runtime,
        runtime
            ? "CUDA's runtime library is found."
            : "CUDA's runtime library (libcudart) is not found on the library path.");
  }

  private Step gpuStep() {
    return new Step(
        gpus > 0,
        gpus > 0
            ? "The engine can use %d GPU(s).".formatted(gpus)
            : "The engine can use no GPU on this machine.");
  }
}
