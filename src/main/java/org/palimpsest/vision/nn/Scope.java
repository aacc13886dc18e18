package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/** A stretch of computation whose intermediate tensors are freed at its end. */
public final class Scope {
  private Scope() {}

  /**
   * Runs the body, frees every tensor it made but its result.
   *
   * @param body makes the result anew; a tensor from outside the body may not be returned
   */
  public static NDArray of(Supplier<NDArray> body) {
    NDArray result;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      result = body.get();
      NDScope.unregister(result);
    }
    // The caller's scope, if there is one, now answers for it.
    NDScope.register(result);
    return result;
  }
}
