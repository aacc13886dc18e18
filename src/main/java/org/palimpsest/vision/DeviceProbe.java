package org.palimpsest.vision;

/** What a machine offers, as its engine and its system tell it. */
public interface DeviceProbe {
  /** GPUs that the engine can use; 0 where its build has no CUDA. */
  int gpus();

  /** CUDA compute capability of a GPU times ten, for example 80 for 8.0. */
  int computeCapability(int gpu);

  /** Bytes that could be allocated on a device at present. */
  long freeBytes(ComputeDevice device);
}
