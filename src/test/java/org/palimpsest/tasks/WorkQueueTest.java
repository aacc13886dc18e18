package org.palimpsest.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkQueueTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource clock = now::get;
  private final WorkQueue<String> queue = new WorkQueue<>(clock);

  @ParameterizedTest
  @CsvSource({
    "QUEUED, RUNNING CANCELLED",
    "RUNNING, QUEUED DONE FAILED CANCELLED",
    "DONE, ''",
    "FAILED, QUEUED",
    "CANCELLED, QUEUED"
  })
  void onlyTheAllowedTransitionsAreAllowed(WorkState from, String to) {
    List<String> allowed = new ArrayList<>();
    for (WorkState next : WorkState.values()) {
      if (from.canBecome(next)) {
        allowed.add(next.name());
      }
    }
    assertThat(String.join(" ", allowed)).isEqualTo(to);
  }

  @Test
  void piecesAreTakenInTheirOrderAndEndAsTheirTakerSays() {
    queue.add("a");
    queue.add("b");
    queue.add("c");
    take().done();
    take().failed("IMG-01", "The picture is damaged.");
    WorkTicket<String> third = take();
    assertThat(third.what()).isEqualTo("c");
    assertThat(states()).containsExactly(WorkState.DONE, WorkState.FAILED, WorkState.RUNNING);
    assertThat(queue.item(2).orElseThrow().failure())
        .isEqualTo(new WorkFailure("IMG-01", "The picture is damaged."));
    third.putBack();
    assertThat(take().what()).isEqualTo("c");
  }

  @Test
  void aPieceThatDoesNotFitHoldsTheOthersBack() {
    queue.add("a");
    queue.add("b");
    assertThat(queue.take(what -> what.equals("b"))).isEmpty();
    assertThat(queue.take(what -> what.equals("a"))).isPresent();
  }

  @Test
  void aPausedQueueHandsNothingOutUntilItIsResumed() {
    queue.add("a");
    queue.pause();
    assertThat(queue.take(what -> true)).isEmpty();
    queue.resume();
    assertThat(queue.take(what -> true)).isPresent();
  }

  @Test
  void aWaitingPieceIsCancelledAtOnceAndARunningOneIsAskedToStop() {
    queue.add("a");
    queue.add("b");
    WorkTicket<String> running = take();
    queue.cancelAll();
    assertThat(states()).containsExactly(WorkState.RUNNING, WorkState.CANCELLED);
    assertThat(running.cancellation().isRequested()).isTrue();
    running.cancelled();
    running.done();
    assertThat(states()).containsExactly(WorkState.CANCELLED, WorkState.CANCELLED);
  }

  @Test
  void aRetriedPieceComesInItsOldPlace() {
    queue.add("a");
    queue.add("b");
    take().failed("X-01", "It failed.");
    queue.retry(1);
    queue.retry(2);
    assertThat(take().what()).isEqualTo("a");
    assertThat(take().what()).isEqualTo("b");
  }

  @Test
  void aDonePieceIsNotRetried() {
    queue.add("a");
    take().done();
    queue.retry(1);
    assertThat(states()).containsExactly(WorkState.DONE);
  }

  @Test
  void aTicketOfAnEarlierAttemptChangesNothing() {
    queue.add("a");
    WorkTicket<String> first = take();
    first.putBack();
    WorkTicket<String> second = take();
    first.failed("X-01", "Late.");
    assertThat(states()).containsExactly(WorkState.RUNNING);
    second.done();
    assertThat(states()).containsExactly(WorkState.DONE);
  }

  @Test
  void rateAndTimeLeftComeFromWhatEnded() {
    for (int i = 0; i < 10; i++) {
      queue.add("piece " + i);
    }
    assertThat(queue.totals().timeLeft()).isEmpty();
    for (int i = 0; i < 4; i++) {
      WorkTicket<String> ticket = take();
      now.updateAndGet(time -> time.plusSeconds(15));
      ticket.done();
    }
    assertThat(queue.totals().perMinute()).isEqualTo(4);
    assertThat(queue.totals().timeLeft()).contains(Duration.ofSeconds(90));
  }

  @Test
  void aPauseDoesNotCountAsSlowness() {
    for (int i = 0; i < 10; i++) {
      queue.add("piece " + i);
    }
    queue.pause();
    now.updateAndGet(time -> time.plusSeconds(3600));
    queue.resume();
    WorkTicket<String> first = take();
    now.updateAndGet(time -> time.plusSeconds(30));
    queue.pause();
    first.done();
    now.updateAndGet(time -> time.plusSeconds(3600));
    queue.resume();
    WorkTicket<String> second = take();
    now.updateAndGet(time -> time.plusSeconds(30));
    second.done();
    assertThat(queue.totals().perMinute()).isEqualTo(2);
  }

  @Test
  void whatEndedCanBeForgottenAndNothingElse() {
    queue.add("a");
    queue.add("b");
    queue.add("c");
    take().done();
    queue.cancel(3);
    queue.forgetFinished();
    assertThat(queue.items()).extracting(Work::what).containsExactly("b");
    assertThat(queue.totals().all()).isEqualTo(1);
  }

  @Test
  void listenersHearOfEveryStateAndAFailingOneHoldsNobodyUp() {
    List<String> heard = new ArrayList<>();
    queue.listen(
        work -> {
          throw new IllegalStateException("A view that is broken");
        });
    queue.listen(work -> heard.add(work.what() + " " + work.state()));
    queue.add("a");
    WorkTicket<String> ticket = take();
    ticket.progress(0.5);
    ticket.done();
    assertThat(heard).containsExactly("a QUEUED", "a RUNNING", "a RUNNING", "a DONE");
  }

  @Test
  void aStoppedQueueHandsNothingOutAndCanBeWaitedFor() throws Exception {
    queue.add("a");
    queue.add("b");
    WorkTicket<String> running = take();
    queue.stop();
    assertThat(queue.take(what -> true)).isEmpty();
    Thread ending = Thread.ofPlatform().start(running::done);
    queue.awaitQuiet();
    ending.join();
    assertThat(states()).containsExactly(WorkState.DONE, WorkState.QUEUED);
  }

  @Test
  void aLaneWorksOffWhatIsAddedWhileItWorks() throws Exception {
    List<String> seen = java.util.Collections.synchronizedList(new ArrayList<>());
    try (Lane lane =
        new Lane(
            "test",
            2,
            () -> {
              for (Optional<WorkTicket<String>> next = queue.take(what -> true);
                  next.isPresent();
                  next = queue.take(what -> true)) {
                seen.add(next.get().what());
                next.get().done();
              }
            })) {
      for (int i = 0; i < 500; i++) {
        queue.add("piece " + i);
        lane.wake();
      }
    }
    assertThat(seen).hasSize(500).doesNotHaveDuplicates();
    assertThat(queue.totals().left()).isZero();
  }

  private WorkTicket<String> take() {
    return queue.take(what -> true).orElseThrow();
  }

  private List<WorkState> states() {
    return queue.items().stream().map(Work::state).toList();
  }
}
