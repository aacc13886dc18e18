package org.palimpsest.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of named platform threads for background work. Platform threads because native
 * calls pin virtual ones; daemon so that a forgotten pool never keeps the program alive. {@link
 * #close()} waits for the work in hand: leaving the process while native code runs crashes it.
 */
public final class BackgroundPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundPool.class);

  private final ExecutorService threads;

  /**
   * Starts no thread yet; they start with the first work.
   *
   * @param name what the threads do, part of their names in dumps and logs
   * @param size number of threads, at least 1
   */
  public BackgroundPool(String name, int size) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            size,
            work ->
                Thread.ofPlatform()
                    .name("%s-%d".formatted(name, number.incrementAndGet()))
                    .daemon()
                    .uncaughtExceptionHandler(
                        (thread, error) -> LOG.error("{} failed", thread.getName(), error))
                    .unstarted(work));
  }

  /** Queues work; its result or failure is in the future. */
  public <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  /** Takes no new work and waits, without a limit, for the work already queued. */
  @Override
  public void close() {
    threads.shutdown();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
