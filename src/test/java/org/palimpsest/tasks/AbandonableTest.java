package org.palimpsest.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AbandonableTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void theResultOfTheCallIsReturned() throws Exception {
    assertThat(Abandonable.call("test", () -> "answer", cancellation)).contains("answer");
  }

  @Test
  void aCallThatNeverEndsIsLeftBehindAfterACancellation() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    cancellation.request();
    assertThat(
            Abandonable.call(
                "test",
                () -> {
                  never.await();
                  return "answer";
                },
                cancellation))
        .isEmpty();
    never.countDown();
  }

  @Test
  void whatTheCallThrowsIsPassedOn() {
    assertThatThrownBy(
            () ->
                Abandonable.call(
                    "test",
                    () -> {
                      throw new IllegalArgumentException("no");
                    },
                    cancellation))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no");
  }
}
