package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.BatchSummary;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.Outcome;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.tasks.Progress;

/** The road of an exhibit through a case: added, received, examined, read back. */
class CaseRoadTest {
  @TempDir private Path folder;

  @Test
  void anExhibitIsInTheListAtOnceAndReadLater() throws Exception {
    Path picture = TestCase.red(folder, "a.png");
    try (CaseFile open = TestCase.create(folder.resolve("harbour.palimpsest"))) {
      long id =
          open.exhibits()
              .add(List.of(picture), Receipt.unstated(), Storage.REFERENCE)
              .exhibits()
              .getFirst();
      ExhibitRow before = open.exhibits().row(id);
      assertThat(before.state()).isEqualTo(ExhibitState.NEW);
      assertThat(before.sha256()).isNull();
      assertThat(open.exhibits().thumbnail(id)).isEmpty();

      open.intake().receive(id);

      ExhibitRow after = open.exhibits().row(id);
      assertThat(after.state()).isEqualTo(ExhibitState.RECEIVED);
      assertThat(after.sha256()).isEqualTo(Sha256.of(picture).hex());
      assertThat(after.width()).isEqualTo(150);
      assertThat(after.bytes()).isEqualTo(Files.size(picture));
      assertThat(open.exhibits().thumbnail(id)).isPresent();
      assertThat(open.exhibits().exhibit(id).content().receipt().at()).isEqualTo(TestCase.NOON);
    }
  }

  @Test
  void aBatchGoesIntoTheCaseAndIsReadBackExactly() throws Exception {
    Path red = TestCase.red(folder, "red.png");
    Path plain = TestCase.photograph(folder, "plain.png", 3);
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
    Path file = folder.resolve("harbour.palimpsest");
    try (CaseFile open = TestCase.create(file)) {
      open.exhibits().add(List.of(red, plain, broken), Receipt.unstated(), Storage.REFERENCE);
      TestCase.queueAll(open);
      assertThat(open.exhibits().rows())
          .extracting(ExhibitRow::state)
          .containsOnly(ExhibitState.QUEUED);

      BatchSummary summary = TestCase.work(open, 0.9f);

      assertThat(summary).isEqualTo(new BatchSummary(2, 1, 0, 0));
      assertThat(open.queue().jobs()).isEmpty();
    }
    try (CaseFile again = CaseFile.open(file, TestCase.ADA)) {
      List<ExhibitRow> rows = again.exhibits().rows();
      assertThat(rows)
          .extracting(ExhibitRow::state)
          .containsExactly(ExhibitState.DONE, ExhibitState.DONE, ExhibitState.FAILED);
      assertThat(rows.get(2).errorCode()).startsWith("IMG-");
      LatestResult result = Objects.requireNonNull(rows.get(0).latest());
      assertThat(result.outcome()).isEqualTo(Outcome.INCONSISTENT);

      Examined expected = TestCase.examination(0.9f).run(red, Progress.unwatched()).orElseThrow();
      FloatMap map = again.examinations().map(result.examination());
      assertThat(map.values()).isEqualTo(expected.heatmap().map().values());
      assertThat(again.examinations().record(result.examination()))
          .usingRecursiveComparison()
          .ignoringFields("seconds")
          .isEqualTo(expected.record());
    }
  }

  @Test
  void anotherExaminationStandsBesideTheFirstAndAnEqualOneIsNotRepeated() throws Exception {
    Path red = TestCase.red(folder, "red.png");
    try (CaseFile open = TestCase.create(folder.resolve("c.palimpsest"))) {
      open.exhibits().add(List.of(red), Receipt.unstated(), Storage.REFERENCE);
      for (float threshold : new float[] {0.9f, 0.5f, 0.9f}) {
        TestCase.queueAll(open);
        TestCase.work(open, threshold);
      }
      assertThat(open.examinations().of(1)).hasSize(2);
      assertThat(open.exhibits().row(1).examinations()).isEqualTo(2);
      assertThat(open.exhibits().row(1).state()).isEqualTo(ExhibitState.DONE);
    }
  }

  @Test
  void listenersHearOfEachChangeAfterItIsCommitted() throws Exception {
    Path picture = TestCase.photograph(folder, "a.png", 1);
    List<CaseChange> heard = new ArrayList<>();
    List<ExhibitState> states = new ArrayList<>();
    try (CaseFile open = TestCase.create(folder.resolve("c.palimpsest"))) {
      open.addListener(
          change -> {
            heard.add(change);
            try {
              states.add(open.exhibits().row(1).state());
            } catch (CaseException e) {
              throw new IllegalStateException(e);
            }
          });
      open.exhibits().add(List.of(picture), Receipt.unstated(), Storage.REFERENCE);
      open.intake().receive(1);
      Tag tag = open.tags().create("press", "#aa3311");
      open.tags().assign(tag.id(), List.of(1L));
      assertThat(open.exhibits().row(1).tags()).containsExactly(tag.id());
    }
    assertThat(states)
        .containsExactly(
            ExhibitState.NEW, ExhibitState.RECEIVED, ExhibitState.RECEIVED, ExhibitState.RECEIVED);
    assertThat(heard)
        .extracting(CaseChange::kinds)
        .containsExactly(
            Set.of(CaseChange.Kind.EXHIBITS_ADDED),
            Set.of(CaseChange.Kind.EXHIBITS),
            Set.of(CaseChange.Kind.TAGS),
            Set.of(CaseChange.Kind.TAGS));
  }
}
