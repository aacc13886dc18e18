package org.palimpsest.tasks;

import java.util.concurrent.CountDownLatch;

/**
 * Turns the end of the process (Ctrl-C, a termination signal) into a {@link Cancellation} and holds
 * the process until the guarded work has been closed, so that the unit in hand is finished and no
 * native code is left running. The exit code is then the virtual machine's own: 130 after Ctrl-C,
 * 143 after a termination signal.
 */
public final class ExitGuard implements AutoCloseable {
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  public ExitGuard() {
    hook = Thread.ofPlatform().name("exit-guard").unstarted(this::cancelAndWait);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The request that the end of the process turns into. */
  public Cancellation cancellation() {
    return cancellation;
  }

  private void cancelAndWait() {
    cancellation.request();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process end: the guarded work is done and everything it held is closed. */
  @Override
  public void close() {
    closed.countDown();
    if (!cancellation.isRequested()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The end has just begun; the hook finds the latch open.
        cancellation.request();
      }
    }
  }
}
