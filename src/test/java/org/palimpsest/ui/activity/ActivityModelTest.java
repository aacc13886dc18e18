package org.palimpsest.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkTicket;

/** Needs no toolkit. */
class ActivityModelTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final WorkQueue<String> queue = new WorkQueue<>(now::get);
  private final ActivityModel<String> model =
      new ActivityModel<>(queue, title -> title, new NoControls(), new Messages(Locale.ENGLISH));

  @Test
  void whatRunsAndWhatFailedStandsAboveWhatWaits() {
    for (String name : List.of("a", "b", "c", "d")) {
      queue.add(name);
    }
    take().failed("IMG-01", "Damaged.");
    take();
    queue.cancel(3);
    model.refresh();
    assertThat(model.items()).extracting(Work::what).containsExactly("b", "a", "d", "c");
  }

  @Test
  void theLineSaysHowFarAtWhatRateAndHowLong() {
    assertThat(summary()).isEqualTo("Nothing to do");
    for (int i = 0; i < 6; i++) {
      queue.add("picture " + i);
    }
    assertThat(summary()).isEqualTo("0 of 6");
    for (int i = 0; i < 2; i++) {
      WorkTicket<String> ticket = take();
      now.updateAndGet(time -> time.plusSeconds(60));
      ticket.done();
    }
    assertThat(summary()).isEqualTo("2 of 6, 1 a minute, about 4 min left");
    queue.pause();
    assertThat(summary()).isEqualTo("2 of 6, paused");
    queue.resume();
    queue.cancelAll();
    assertThat(summary()).isEqualTo("6 done");
    assertThat(model.shareProperty().get()).isEqualTo(1);
  }

  @Test
  void rowsThatDidNotChangeStayTheSameObjects() {
    queue.add("a");
    queue.add("b");
    model.refresh();
    Work<String> second = model.items().get(1);
    take();
    model.refresh();
    assertThat(model.items().get(1)).isSameAs(second);
  }

  private WorkTicket<String> take() {
    return queue.take(what -> true).orElseThrow();
  }

  private String summary() {
    model.refresh();
    return model.summaryProperty().get();
  }

  private static final class NoControls implements QueueControls {
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void cancel(long id) {}

    @Override
    public void cancelAll() {}

    @Override
    public void retry(long id) {}

    @Override
    public void retryFailed() {}

    @Override
    public void forgetFinished() {}
  }
}
