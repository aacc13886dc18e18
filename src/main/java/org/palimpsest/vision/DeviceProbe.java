package org.palimpsest.vision;

/** What the machine has. */
public interface DeviceProbe {
  /** Number of GPUs that the engine can use. */
  int gpus();

  /** Bytes of a GPU's memory that are free. */
  long freeBytes(int gpu);

  /** Bytes of main memory that are free without swapping; 0 where the system does not say. */
  long freeMainBytes();
}
