package org.palimpsest.vision;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine this process runs on. */
public final class EngineProbe implements DeviceProbe {
  private static final Path MEMORY = Path.of("/proc/meminfo");

  @Override
  public int gpus() {
    return Engine.getEngine("PyTorch").getGpuCount();
  }

  @Override
  public int computeCapability(int gpu) {
    return Integer.parseInt(CudaUtils.getComputeCapability(gpu));
  }

  @Override
  public long freeBytes(ComputeDevice device) {
    if (device.isGpu()) {
      MemoryUsage usage = CudaUtils.getGpuMemory(Device.gpu(device.gpu()));
      return usage.getMax() - usage.getCommitted();
    }
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // The bean counts the page cache as used where it counts at all for the whole machine.
    long free = Math.max(system.getFreeMemorySize(), available());
    return Math.min(free, system.getTotalMemorySize());
  }

  /** What Linux would hand out without swapping; 0 where the system does not say. */
  private static long available() {
    try {
      if (!Files.exists(MEMORY)) {
        return 0;
      }
      return Files.readAllLines(MEMORY).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
