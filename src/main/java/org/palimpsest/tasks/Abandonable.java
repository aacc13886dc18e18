package org.palimpsest.tasks;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that nothing can interrupt, such as reading a line from a terminal, made on a thread of
 * its own, so that the caller can leave it behind when the process is to end.
 */
public final class Abandonable {
  private static final long LOOK_EVERY_MS = 50;

  private Abandonable() {}

  /**
   * Waits for the call or the cancellation, whichever comes first. A call that is left behind goes
   * on and its result is lost, so it must change nothing.
   *
   * @param name what the thread does, its name in dumps
   * @return the result; empty after a cancellation
   * @throws ExecutionException with what the call threw
   */
  public static <T> Optional<T> call(String name, Callable<T> call, Cancellation cancellation)
      throws ExecutionException {
    FutureTask<T> result = new FutureTask<>(call);
    Thread.ofPlatform().name(name).daemon().start(result);
    while (!cancellation.isRequested()) {
      try {
        return Optional.of(result.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        // Nothing yet: look at the cancellation again.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
