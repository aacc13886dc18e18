package org.palimpsest.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundPoolTest {
  @Test
  void namesItsDaemonThreads() throws Exception {
    try (BackgroundPool pool = new BackgroundPool("decode", 1)) {
      Thread thread = pool.submit(Thread::currentThread).get();
      assertThat(thread.getName()).isEqualTo("decode-1");
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.isVirtual()).isFalse();
    }
  }

  @Test
  void waitsForWorkInHandWhenClosed() {
    AtomicBoolean done = new AtomicBoolean();
    try (BackgroundPool pool = new BackgroundPool("test", 1)) {
      Future<?> unused =
          pool.submit(
              () -> {
                Thread.sleep(150);
                done.set(true);
                return null;
              });
    }
    assertThat(done).isTrue();
  }

  @Test
  void handsAFailureToWhoAsksForTheResult() {
    try (BackgroundPool pool = new BackgroundPool("test", 1)) {
      Future<?> failing =
          pool.submit(
              () -> {
                throw new IOException("no");
              });
      assertThatThrownBy(failing::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("no");
    }
  }
}
