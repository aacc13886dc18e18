package org.palimpsest.vision;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the engine and the system. */
public final class EngineProbe implements DeviceProbe {
  private static final Path MEMORY = Path.of("/proc/meminfo");

  @Override
  public int gpus() {
    return Engine.getEngine("PyTorch").getGpuCount();
  }

  @Override
  public long freeBytes(int gpu) {
    MemoryUsage usage = CudaUtils.getGpuMemory(Device.gpu(gpu));
    return usage.getMax() - usage.getCommitted();
  }

  @Override
  public long freeMainBytes() {
    if (!Files.isReadable(MEMORY)) {
      return 0;
    }
    try {
      return Files.readAllLines(MEMORY).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // Free memory is advice, never a condition.
      return 0;
    }
  }
}
