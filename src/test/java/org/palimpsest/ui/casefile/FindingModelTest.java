package org.palimpsest.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.casework.store.MachineAgreement;
import org.palimpsest.casework.store.ReviewStatus;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Support;
import org.palimpsest.heatmap.Box;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.CaseFixture;

/** Findings as they are written beside a picture, without a toolkit: what is asked runs at once. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
class FindingModelTest {
  @TempDir private Path folder;

  private final BackgroundPool writer = new BackgroundPool("finding-test", 1);
  private final List<Runnable> window = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final FindingModel model = new FindingModel(writer, this::later, failures::add);
  private CaseFile open;
  private long inconclusive;
  private long other;

  private synchronized void later(Runnable work) {
    window.add(work);
  }

  private synchronized List<Runnable> taken() {
    List<Runnable> all = List.copyOf(window);
    window.clear();
    return all;
  }

  /** Waits for the writer and does what it handed to the window, until nothing is left. */
  private void settle() throws Exception {
    for (int i = 0; i < 6; i++) {
      writer.submit(() -> true).get();
      taken().forEach(Runnable::run);
    }
  }

  @BeforeEach
  void twoExaminedPictures() throws Exception {
    open = CaseFixture.create(folder.resolve("t.palimpsest"));
    List<Long> ids =
        CaseFixture.add(open, List.of(folder.resolve("a.png"), folder.resolve("b.png")));
    CaseFixture.synthesise(open, ids);
    inconclusive = ids.get(0);
    other = ids.get(1);
    model.open(open);
    model.show(inconclusive);
    settle();
  }

  @AfterEach
  void close() {
    model.close();
    writer.close();
    open.close();
  }

  private Finding last(long exhibit) throws Exception {
    return open.findings().of(exhibit).getLast();
  }

  @Test
  void aFindingIsWrittenRecordedSignedAndReleased() throws Exception {
    assertThat(model.editableProperty().get()).isTrue();
    assertThat(model.changedProperty().get()).isFalse();
    model.conclusionProperty().set(Outcome.INCONSISTENT);
    model.supportProperty().set(Support.MODERATE);
    model.justificationProperty().set("  The shadow has no noise. ");
    assertThat(model.changedProperty().get()).isTrue();
    model.record();
    settle();
    Finding first = last(inconclusive);
    assertThat(first.draft().conclusion()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(first.draft().support()).isEqualTo(Support.MODERATE);
    assertThat(first.draft().justification()).isEqualTo("The shadow has no noise.");
    assertThat(first.draft().examination()).isNotNull();
    assertThat(first.author()).isEqualTo("Ada");
    assertThat(model.changedProperty().get()).isFalse();
    model.sign("Ben", "Agreed.");
    settle();
    assertThat(last(inconclusive).status()).isEqualTo(ReviewStatus.REVIEWED);
    assertThat(model.editableProperty().get()).isFalse();
    model.release();
    settle();
    assertThat(last(inconclusive).status()).isEqualTo(ReviewStatus.FINAL);
    assertThat(failures).isEmpty();
  }

  @Test
  void aSignedFindingIsChangedOnlyWhenAskedAndIsADraftAgain() throws Exception {
    model.conclusionProperty().set(Outcome.INCONCLUSIVE);
    model.justificationProperty().set("One.");
    model.record();
    settle();
    model.sign("Ben", "");
    settle();
    model.reopen();
    assertThat(model.editableProperty().get()).isTrue();
    model.justificationProperty().set("Two.");
    model.record();
    settle();
    assertThat(last(inconclusive).status()).isEqualTo(ReviewStatus.DRAFT);
    assertThat(last(inconclusive).version()).isEqualTo(3);
    assertThat(open.findings().of(inconclusive)).hasSize(1);
  }

  @Test
  void itsAuthorMayNotSign() throws Exception {
    model.justificationProperty().set("One.");
    model.record();
    settle();
    model.sign("ada", "");
    settle();
    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst()).hasMessageContaining("second reader");
    assertThat(last(inconclusive).status()).isEqualTo(ReviewStatus.DRAFT);
  }

  @Test
  void whatIsUnfinishedIsKeptAsADraftThatClaimsNothing() throws Exception {
    model.justificationProperty().set("To be continued");
    model.show(other);
    settle();
    Finding kept = last(inconclusive);
    assertThat(kept.draft().justification()).isEqualTo("To be continued");
    assertThat(kept.draft().conclusion()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(kept.draft().support()).isEqualTo(Support.NONE);
    assertThat(kept.status()).isEqualTo(ReviewStatus.DRAFT);
    assertThat(open.findings().of(other)).isEmpty();
    assertThat(model.justificationProperty().get()).isEmpty();
    model.justificationProperty().set("About the other");
    model.close();
    settle();
    assertThat(last(other).draft().justification()).isEqualTo("About the other");
    model.open(open);
    model.show(inconclusive);
    settle();
    assertThat(model.justificationProperty().get()).isEqualTo("To be continued");
    assertThat(failures).isEmpty();
  }

  @Test
  void lookingWithoutWritingRecordsNothing() throws Exception {
    model.show(other);
    settle();
    model.show(inconclusive);
    settle();
    model.close();
    settle();
    assertThat(open.findings().of(inconclusive)).isEmpty();
    assertThat(open.findings().of(other)).isEmpty();
  }

  @Test
  void whatIsBeingWrittenIsNotReplacedByWhatTheCaseSays() throws Exception {
    model.justificationProperty().set("Being written");
    open.findings()
        .add(
            inconclusive,
            new FindingDraft(Outcome.CONSISTENT, Support.LIMITED, "Elsewhere", List.of(), null));
    settle();
    assertThat(model.justificationProperty().get()).isEqualTo("Being written");
    model.record();
    settle();
    // It became the next version of the finding that came in between, and neither is lost.
    assertThat(open.findings().of(inconclusive)).hasSize(1);
    assertThat(open.findings().history(last(inconclusive).id()))
        .extracting(version -> version.draft().justification())
        .containsExactly("Elsewhere", "Being written");
  }

  @Test
  void aContradictionIsKnownAtOnce() throws Exception {
    Outcome machine = model.consideredProperty().get().record().verdict().outcome();
    model.conclusionProperty().set(machine);
    assertThat(model.agreement()).isEqualTo(MachineAgreement.AGREES);
    model.conclusionProperty().set(Outcome.CONSISTENT);
    assertThat(model.agreement())
        .isEqualTo(
            machine == Outcome.INCONSISTENT
                ? MachineAgreement.CONTRADICTS
                : MachineAgreement.DIFFERS);
  }

  @Test
  void aFindingRestsOnRegionsAndOnWhatWasDrawn() throws Exception {
    open.annotations()
        .add(
            inconclusive,
            new AnnotationDraft(new Shape.Ellipse(3.5, 4, 20, 9), "#ff0000", "the lamp", ""));
    settle();
    assertThat(model.regions()).hasSize(1);
    model.regions().getFirst().chosenProperty().set(true);
    assertThat(model.changedProperty().get()).isTrue();
    model.record();
    settle();
    FindingRegion region = last(inconclusive).draft().regions().getFirst();
    assertThat(region.label()).isEqualTo("the lamp");
    assertThat(region.box()).isEqualTo(new Box(3, 4, 21, 9));
    assertThat(model.regions()).singleElement().matches(c -> c.chosenProperty().get());
    open.annotations().remove(open.annotations().of(inconclusive).getFirst().id());
    settle();
    // The mark is gone; the finding still rests on what it was.
    assertThat(model.regions()).singleElement().matches(c -> c.chosenProperty().get());
  }

  @Test
  void inACaseThatIsOnlyReadNothingIsRecorded() throws Exception {
    model.close();
    settle();
    try (CaseFile reader =
        CaseFile.open(open.path(), new Actor("Eve", "test", InstantSource.system()))) {
      model.open(reader);
      model.show(inconclusive);
      settle();
      assertThat(model.whyReadOnly().orElseThrow()).contains("open elsewhere");
      assertThat(model.editableProperty().get()).isFalse();
      model.justificationProperty().set("Forced");
      model.record();
      model.close();
      settle();
      assertThat(reader.findings().of(inconclusive)).isEmpty();
      assertThat(failures).isEmpty();
    }
  }

  @Test
  void aFindingTakenBackLeavesRoomForAnother() throws Exception {
    model.justificationProperty().set("One.");
    model.record();
    settle();
    model.withdraw();
    settle();
    assertThat(open.findings().of(inconclusive)).isEmpty();
    assertThat(model.justificationProperty().get()).isEmpty();
    model.justificationProperty().set("Two.");
    model.record();
    settle();
    assertThat(last(inconclusive).id()).isEqualTo(2);
  }
}
