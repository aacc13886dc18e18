package org.palimpsest.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandOverTest {
  @Test
  void keepsTheOrderAndEndsAfterWhatWasLeft() throws Exception {
    HandOver<Integer> queue = new HandOver<>(3);
    List<Integer> taken = new ArrayList<>();
    try (BackgroundPool pool = new BackgroundPool("test", 1)) {
      Future<?> giving =
          pool.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  queue.put(i);
                }
                queue.finish();
                return null;
              });
      for (Optional<Integer> item = queue.take(); item.isPresent(); item = queue.take()) {
        taken.add(item.get());
      }
      giving.get(5, TimeUnit.SECONDS);
    }
    assertThat(taken).hasSize(100).isSorted();
    assertThat(queue.take()).isEmpty();
  }

  @Test
  void holdsTheGivingStageBackWhenFull() throws Exception {
    HandOver<Integer> queue = new HandOver<>(2);
    AtomicInteger given = new AtomicInteger();
    try (BackgroundPool pool = new BackgroundPool("test", 1)) {
      Future<?> giving =
          pool.submit(
              () -> {
                for (int i = 0; i < 5; i++) {
                  queue.put(i);
                  given.incrementAndGet();
                }
                return null;
              });
      Thread.sleep(100);
      assertThat(given).hasValue(2);
      assertThat(giving.isDone()).isFalse();
      for (int i = 0; i < 5; i++) {
        assertThat(queue.take()).contains(i);
      }
      giving.get(5, TimeUnit.SECONDS);
    }
    assertThat(queue.poll()).isEmpty();
  }

  @Test
  void takesNothingAfterItsEnd() {
    HandOver<Integer> queue = new HandOver<>(1);
    queue.finish();
    assertThatThrownBy(() -> queue.put(1)).isInstanceOf(IllegalStateException.class);
  }
}
