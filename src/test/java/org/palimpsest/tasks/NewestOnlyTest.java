package org.palimpsest.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NewestOnlyTest {
  @Test
  void whatWasAskedForWhileBusyIsReplacedByTheNewest() throws InterruptedException {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (BackgroundPool pool = new BackgroundPool("newest", 2)) {
      NewestOnly newest = new NewestOnly(pool);
      newest.ask(
          () -> {
            began.countDown();
            await(go);
            done.add(newest.isOutdated() ? -1 : 1);
          });
      assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
      newest.ask(() -> done.add(2));
      newest.ask(() -> done.add(3));
      go.countDown();
    }
    assertThat(done).containsExactly(-1, 3);
  }

  @Test
  void workThatFailsDoesNotStopWhatFollows() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (BackgroundPool pool = new BackgroundPool("newest", 1)) {
      NewestOnly newest = new NewestOnly(pool);
      newest.ask(
          () -> {
            throw new IllegalStateException("as a test");
          });
      pool.submit(() -> 0).get();
      newest.ask(done::countDown);
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
