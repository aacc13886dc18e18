package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.palimpsest.vision.maskclip.MaskClip;

/** Stops a run before a number that is none reaches the weights. */
final class NanGuard {
  /** Before the losses, whose operators refuse what is no probability with words of their own. */
  void checkOutput(MaskClip.Output output) {
    check("class logits", output.classLogits());
    check("mask logits", output.maskLogits());
  }

  void checkGradients(Map<String, NDArray> gradients) {
    gradients.forEach((name, gradient) -> check("gradients of " + name, gradient));
  }

  /** The sum is finite only if every element is, up to overflow, which deserves the stop too. */
  private static void check(String what, NDArray values) {
    if (!Float.isFinite(values.sum().getFloat())) {
      throw new TrainingException(
          "TRN-01", "Training stopped: the %s are not all finite numbers.".formatted(what));
    }
  }
}
