package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/** Backward passes over a fixed set of parameters; one thread. */
final class Gradients {
  private final Map<String, NDArray> parameters;

  Gradients(Map<String, NDArray> parameters) {
    this.parameters = parameters;
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
  }

  /** Adds the gradients of a scalar to what the parameters have accumulated. */
  void accumulate(NDArray loss) {
    try (NDArray one = loss.getManager().ones(loss.getShape())) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  /** The accumulated gradients; the caller's scope frees the handles. */
  Map<String, NDArray> current() {
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> gradients.put(name, parameter.getGradient()));
    return gradients;
  }

  /**
   * Scales gradients down to a global norm, in place.
   *
   * @param gradients as {@link #current} gave them
   * @param most the largest norm allowed, infinite for no limit
   * @return the norm before, not finite when some gradient is not
   */
  static double clip(Map<String, NDArray> gradients, double most) {
    double squares = 0;
    for (NDArray gradient : gradients.values()) {
      squares += gradient.square().sum().getFloat();
    }
    double norm = Math.sqrt(squares);
    if (norm > most) {
      float factor = (float) (most / norm);
      gradients.values().forEach(gradient -> gradient.muli(factor));
    }
    return norm;
  }

  /** Forgets what was accumulated. */
  void clear() {
    parameters
        .values()
        .forEach(
            parameter -> {
              // zeroing a gradient that was never computed ends the process
              try (PtNDArray gradient = JniUtils.getGradient((PtNDArray) parameter)) {
                if (gradient != null) {
                  JniUtils.zeroGrad((PtNDArray) parameter);
                }
              }
            });
  }
}
