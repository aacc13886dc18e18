package org.palimpsest.vision;

import ai.djl.Device;

/**
 * Where a network runs.
 *
 * @param gpu number of the GPU, from 0; -1 for the CPU
 */
public record ComputeDevice(int gpu) {
  public static final ComputeDevice CPU = new ComputeDevice(-1);

  public boolean isGpu() {
    return gpu >= 0;
  }

  Device engine() {
    return isGpu() ? Device.gpu(gpu) : Device.cpu();
  }

  /** As on the command line and in records: {@code cpu} or {@code gpu:N}. */
  @Override
  public String toString() {
    return isGpu() ? "gpu:" + gpu : "cpu";
  }
}
