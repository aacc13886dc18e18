package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.heatmap.Box;
import org.palimpsest.heatmap.Point;
import org.palimpsest.tasks.Progress;

/** What a person concludes and draws, in versions, beside what the machine says. */
@SuppressWarnings("NullAway.Init")
class FindingsTest {
  @TempDir private Path folder;
  private CaseFile open;

  @BeforeEach
  void aRedPictureThatTheMachineCallsInconsistent() throws Exception {
    open = TestCase.create(folder.resolve("c.palimpsest"));
    open.exhibits()
        .add(
            List.of(
                TestCase.red(folder, "red.png"), TestCase.photograph(folder, "never-read.png", 1)),
            Receipt.unstated(),
            Storage.REFERENCE);
    open.queue().add(List.of(1L), org.palimpsest.casework.ExaminationRequest.usual());
    TestCase.work(open, 0.9f);
  }

  @AfterEach
  void everythingIsVouchedFor() throws CaseException {
    assertThat(open.verifier().run(Progress.unwatched()).flaws()).isEmpty();
    open.close();
  }

  private static FindingDraft draft(Outcome conclusion) {
    FindingRegion region =
        new FindingRegion(
            "lamp",
            new Box(30, 20, 60, 50),
            List.of(new Point(30, 20), new Point(90, 20), new Point(90, 70)),
            1,
            null);
    return new FindingDraft(conclusion, Support.MODERATE, "It is a lamp.", List.of(region), 1L);
  }

  @Test
  void aFindingIsReadBackWithItsRegionsAndKnowsThatItContradictsTheMachine() throws Exception {
    Finding finding = open.findings().add(1, draft(Outcome.CONSISTENT));
    assertThat(open.findings().of(1)).containsExactly(finding);
    assertThat(finding.machine()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(finding.contradictsMachine()).isTrue();
    assertThat(open.findings().add(1, draft(Outcome.INCONCLUSIVE)).agreement())
        .isEqualTo(MachineAgreement.DIFFERS);
    assertThat(open.findings().add(1, draft(Outcome.INCONSISTENT)).agreement())
        .isEqualTo(MachineAgreement.AGREES);
    FindingDraft unexamined =
        new FindingDraft(Outcome.INCONCLUSIVE, Support.NONE, "Not seen.", List.of(), null);
    assertThat(open.findings().add(2, unexamined).agreement())
        .isEqualTo(MachineAgreement.NOT_EXAMINED);
  }

  @Test
  void onlyAnotherPersonSignsAndOnlyASignedFindingIsReleased() throws Exception {
    long id = open.findings().add(1, draft(Outcome.INCONSISTENT)).id();
    assertThatThrownBy(() -> open.findings().release(id))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("second reader");
    assertThatThrownBy(() -> open.findings().sign(id, " ada ", ""))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("not by its author");
    Finding signed = open.findings().sign(id, "Grace", "Agreed.");
    assertThat(signed.status()).isEqualTo(ReviewStatus.REVIEWED);
    assertThat(signed.signOff()).isEqualTo(new SignOff("Grace", "Agreed.", TestCase.NOON));
    assertThat(open.findings().release(id).status()).isEqualTo(ReviewStatus.FINAL);
    assertThat(open.exhibits().row(1).review()).isEqualTo(ReviewStatus.FINAL);
  }

  @Test
  void changingASignedFindingMakesItADraftAndLosesNoVersion() throws Exception {
    long id = open.findings().add(1, draft(Outcome.INCONSISTENT)).id();
    open.findings().sign(id, "Grace", "");
    Finding changed = open.findings().set(id, draft(Outcome.INCONCLUSIVE));
    assertThat(changed.status()).isEqualTo(ReviewStatus.DRAFT);
    assertThat(changed.signOff()).isNull();
    assertThat(open.findings().history(id))
        .extracting(Finding::version, Finding::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, ReviewStatus.DRAFT),
            org.assertj.core.groups.Tuple.tuple(2, ReviewStatus.REVIEWED),
            org.assertj.core.groups.Tuple.tuple(3, ReviewStatus.DRAFT));
  }

  @Test
  void whenAFindingIsWithdrawnTheListShowsTheOneBefore() throws Exception {
    open.findings().add(1, draft(Outcome.CONSISTENT));
    long second = open.findings().add(1, draft(Outcome.INCONSISTENT)).id();
    assertThat(open.exhibits().row(1).conclusion()).isEqualTo(Outcome.INCONSISTENT);
    open.findings().withdraw(second);
    assertThat(open.exhibits().row(1).conclusion()).isEqualTo(Outcome.CONSISTENT);
    assertThat(open.findings().of(1)).hasSize(1);
    assertThat(open.findings().history(second)).hasSize(2);
  }

  @Test
  void aFindingRestsOnAnExaminationOfItsOwnExhibitOnly() {
    assertThatThrownBy(() -> open.findings().add(2, draft(Outcome.CONSISTENT)))
        .isInstanceOf(CaseException.class)
        .hasMessage("There is no examination 1 in this case.");
  }

  @Test
  void everyShapeComesBackAsItWasDrawn() throws Exception {
    List<Shape> shapes =
        List.of(
            new Shape.Rectangle(1.5, 2, 30, 40.25),
            new Shape.Ellipse(0, 0, 10, 20),
            new Shape.Polygon(
                List.of(new Shape.Vertex(1, 1), new Shape.Vertex(9.75, 1), new Shape.Vertex(5, 8))),
            new Shape.Brush(10, 20, 4, 2, List.of(0, 3, 2, 3)),
            new Shape.Arrow(1, 2, 3, 4),
            new Shape.Text(50, 60));
    for (Shape shape : shapes) {
      open.annotations().add(1, new AnnotationDraft(shape, "#12ab34", "here", "a note"));
    }
    assertThat(open.annotations().of(1))
        .extracting(annotation -> annotation.draft().shape())
        .containsExactlyElementsOf(shapes);
    assertThat(open.annotations().of(1).getFirst().author()).isEqualTo("Ada");
  }

  @Test
  void aRemovedAnnotationComesBackAndEveryStepIsKept() throws Exception {
    AnnotationDraft first =
        new AnnotationDraft(new Shape.Rectangle(1, 1, 5, 5), "#000000", "a", "");
    AnnotationDraft second =
        new AnnotationDraft(new Shape.Rectangle(2, 2, 5, 5), "#000000", "a", "");
    long id = open.annotations().add(1, first).id();
    open.annotations().set(id, second);
    open.annotations().remove(id);
    assertThat(open.annotations().of(1)).isEmpty();
    open.annotations().set(id, first);
    assertThat(open.annotations().of(1)).extracting(Annotation::draft).containsExactly(first);
    assertThat(open.annotations().history(id))
        .extracting(Annotation::removed)
        .containsExactly(false, false, true, false);
  }

  @Test
  void aMaskWhoseRunsDoNotFillItIsRefused() {
    assertThatThrownBy(() -> new Shape.Brush(0, 0, 4, 4, List.of(3, 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
