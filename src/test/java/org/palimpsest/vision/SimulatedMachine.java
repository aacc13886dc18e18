package org.palimpsest.vision;

import java.util.List;

/**
 * A machine that does not exist.
 *
 * @param capabilities compute capability times ten of each GPU
 * @param free bytes free on every device
 */
record SimulatedMachine(List<Integer> capabilities, long free) implements DeviceProbe {
  @Override
  public int gpus() {
    return capabilities.size();
  }

  @Override
  public int computeCapability(int gpu) {
    return capabilities.get(gpu);
  }

  @Override
  public long freeBytes(ComputeDevice device) {
    return free;
  }
}
