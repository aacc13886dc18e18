package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;

/** Sees intermediate tensors by name while the network runs; what it keeps it must copy. */
@FunctionalInterface
public interface ActivationProbe {
  ActivationProbe NONE = (name, value) -> {};

  void saw(String name, NDArray value);
}
