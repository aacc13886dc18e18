package org.palimpsest.registry.download;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.Progress;

/**
 * Ends a client's connections when nobody wants them any more or when nothing comes: a read from a
 * server that has fallen silent would otherwise wait for ever.
 */
final class Watch implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 100;

  private final HttpClient client;
  private final Duration silence;
  private final Progress progress;
  private final BackgroundPool pool = new BackgroundPool("download-watch", 1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());

  /**
   * Begins to watch.
   *
   * @param silence how long nothing may come
   */
  Watch(HttpClient client, Duration silence, Progress progress) {
    this.client = client;
    this.silence = silence;
    this.progress = progress;
    var unused = pool.submit(this::look);
  }

  /** Something came. */
  void sign() {
    lastSign.set(System.nanoTime());
  }

  /** Whether nothing came for too long. */
  boolean isSilent() {
    return System.nanoTime() - lastSign.get() > silence.toNanos();
  }

  private boolean look() throws InterruptedException {
    while (!over.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      if (progress.isCancelled() || isSilent()) {
        client.shutdownNow();
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    over.countDown();
    pool.close();
  }
}
