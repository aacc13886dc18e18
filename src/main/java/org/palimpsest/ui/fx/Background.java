package org.palimpsest.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.palimpsest.tasks.BackgroundPool;

/** Work that must not hold the window up; what comes of it is heard on the FX thread. */
public final class Background implements AutoCloseable {
  private final BackgroundPool pool;
  private final Consumer<Throwable> failed;

  /**
   * Threads that have nothing to do yet.
   *
   * @param failed told on the FX thread what went wrong
   */
  public Background(String name, int threads, Consumer<Throwable> failed) {
    this.pool = new BackgroundPool(name, threads);
    this.failed = failed;
  }

  /** Work that gives nothing back. */
  public interface Step {
    void run() throws Exception;
  }

  /** Does the work, then hands its result on; a failure goes to the common listener instead. */
  public <T> void run(Callable<T> work, Consumer<T> then) {
    run(work, then, failed);
  }

  /** Does the work, then hands its result or its failure on. */
  public <T> void run(Callable<T> work, Consumer<T> then, Consumer<Throwable> instead) {
    Future<Boolean> unused =
        pool.submit(
            () -> {
              T result;
              try {
                result = work.call();
              } catch (Exception | Error e) {
                FxThread.run(() -> instead.accept(e));
                return false;
              }
              FxThread.run(() -> then.accept(result));
              return true;
            });
  }

  /** Does the work. */
  public void run(Step work) {
    run(
        () -> {
          work.run();
          return true;
        },
        done -> {});
  }

  /** Threads for features that bring their own way of handing results over. */
  public BackgroundPool pool() {
    return pool;
  }

  /** Waits for the work in hand. */
  @Override
  public void close() {
    pool.close();
  }
}
