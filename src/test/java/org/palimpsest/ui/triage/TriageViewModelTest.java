package org.palimpsest.ui.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.CaseFixture;

/** The list on a real case file, without a window: this test's thread owns the list. */
class TriageViewModelTest {
  @TempDir private Path folder;

  private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final List<CaseException> problems = new ArrayList<>();
  private final BackgroundPool pool = new BackgroundPool("triage-test", 2);
  private final TriageViewModel model =
      new TriageViewModel(CaseFixture::point, pool, window::add, problems::add);
  private CaseFile open;

  @BeforeEach
  void create() throws Exception {
    open = CaseFixture.create(folder.resolve("t.palimpsest"));
  }

  @AfterEach
  void close() {
    model.close();
    pool.close();
    open.close();
  }

  private List<Long> add(int count) throws CaseException {
    return CaseFixture.add(
        open,
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> folder.resolve("IMG_%d.jpg".formatted(i)))
            .toList());
  }

  /** Does what the background hands over until something is so. */
  private void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      Runnable next = window.poll(50, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
    }
  }

  private List<String> names() {
    return model.rows().stream().map(EvidenceRow::name).toList();
  }

  @Test
  void theMostSuspectStandsFirstAndWhatWasNotExaminedLast() throws Exception {
    List<Long> ids = add(30);
    CaseFixture.synthesise(open, ids.subList(0, 20));
    model.open(open);
    until(() -> model.rows().size() == 30);

    List<EvidenceRow> examined = model.rows().subList(0, 20);
    assertThat(examined).extracting(EvidenceRow::standing).isSorted();
    List<Double> flagged =
        examined.stream()
            .filter(row -> row.standing() == Standing.INCONSISTENT)
            .map(EvidenceRow::rank)
            .toList();
    assertThat(flagged).isNotEmpty().isSortedAccordingTo(Collections.reverseOrder());
    assertThat(flagged).allMatch(rank -> rank >= 1);
    assertThat(model.rows().subList(20, 30))
        .extracting(EvidenceRow::standing)
        .containsOnly(Standing.WAITING);
  }

  @Test
  void namesAreOrderedByTheirNumbersEitherWayRound() throws Exception {
    add(12);
    model.open(open);
    until(() -> model.rows().size() == 12);
    model.orderBy(TriageOrder.NAME);
    assertThat(names()).startsWith("IMG_1.jpg", "IMG_2.jpg").endsWith("IMG_12.jpg");
    model.orderBy(TriageOrder.NAME);
    assertThat(names()).startsWith("IMG_12.jpg").endsWith("IMG_1.jpg");
  }

  @Test
  void aChangedRowMovesAloneAndTheSelectionStaysWithItsExhibit() throws Exception {
    List<Long> ids = add(5);
    model.open(open);
    until(() -> model.rows().size() == 5);
    model.selection().only(ids.get(4));
    List<String> changes = new ArrayList<>();
    model
        .rows()
        .addListener(
            (ListChangeListener<EvidenceRow>)
                change -> {
                  while (change.next()) {
                    changes.add(
                        "%d removed, %d added"
                            .formatted(change.getRemovedSize(), change.getAddedSize()));
                  }
                });

    CaseFixture.synthesise(open, List.of(ids.get(4)));
    until(() -> model.rows().getFirst().id() == ids.get(4));

    assertThat(changes).allMatch(change -> change.matches("[01] removed, [01] added"));
    assertThat(model.selection().rows()).extracting(EvidenceRow::id).containsExactly(ids.get(4));
    assertThat(model.summaryProperty().get().counts().get(Standing.WAITING)).isEqualTo(4);
  }

  @Test
  void textTagsErrorsAndARangeNarrowTheListTogether() throws Exception {
    List<Long> ids = add(40);
    CaseFixture.synthesise(open, ids.subList(0, 30));
    open.intake().receive(ids.get(35));
    Tag press = open.tags().create("press", "#d55e00");
    open.tags().assign(press.id(), List.of(ids.get(0), ids.get(11), ids.get(35)));
    model.open(open);
    until(() -> model.rows().size() == 40);

    model.filterProperty().set(TriageFilter.NONE.withText("IMG_1"));
    assertThat(names()).hasSize(11).contains("IMG_1.jpg", "IMG_12.jpg");
    model.filterProperty().set(TriageFilter.NONE.withText("img_12 JPG"));
    assertThat(names()).containsExactly("IMG_12.jpg");
    model.filterProperty().set(TriageFilter.NONE.withTag(press.id(), true));
    assertThat(names()).containsExactlyInAnyOrder("IMG_1.jpg", "IMG_12.jpg", "IMG_36.jpg");
    model.filterProperty().set(model.filterProperty().get().withOnlyErrors(true));
    assertThat(names()).containsExactly("IMG_36.jpg");
    assertThat(model.summaryProperty().get().errors()).isEqualTo(1);

    model.filterProperty().set(TriageFilter.NONE.withRange(new Range(Measure.AREA, 0.0527, 1)));
    assertThat(model.rows()).isNotEmpty().allMatch(row -> row.standing() == Standing.INCONSISTENT);
    assertThat(
            model.summaryProperty().get().histogram().counts().stream()
                .mapToInt(Integer::intValue)
                .sum())
        .as("the histogram shows what the range chooses from")
        .isEqualTo(30);
  }

  @Test
  void aTagIsPutOnAllSelectedAndTakenOffWhenAllCarryIt() throws Exception {
    List<Long> ids = add(3);
    model.open(open);
    until(() -> model.rows().size() == 3);
    model.createTag("check", "#0072b2", ids.subList(0, 2));
    until(() -> model.tags().size() == 1 && model.carries(ids.get(1), model.tags().getFirst()));
    Tag check = model.tags().getFirst();
    model.toggleTag(check, ids);
    until(() -> model.carries(ids.get(2), check));
    model.toggleTag(check, ids);
    until(() -> ids.stream().noneMatch(id -> model.carries(id, check)));
    assertThat(problems).isEmpty();
  }

  @Test
  void whatIsTakenOffTheListIsGoneFromItAndKeptInTheCase() throws Exception {
    List<Long> ids = add(3);
    model.open(open);
    until(() -> model.rows().size() == 3);
    model.selection().only(ids.get(1));
    model.withdraw(List.of(ids.get(1)), "a duplicate");
    until(() -> model.rows().size() == 2);
    assertThat(model.selection().size()).isZero();
    assertThat(open.exhibits().withdrawn()).hasSize(1);
    assertThat(open.audit().of(ids.get(1)).getLast().facts()).contains("a duplicate");
  }

  @Test
  void namesThatWouldPoseAsOthersAreWrittenOut() throws Exception {
    CaseFixture.add(
        open, List.of(folder.resolve("a\u202Egpj.exe"), folder.resolve("two\nlines.png")));
    model.open(open);
    until(() -> model.rows().size() == 2);
    assertThat(names()).containsExactlyInAnyOrder("a<U+202E>gpj.exe", "two<U+000A>lines.png");
  }

  @Test
  void keysMoveTheLeadAndExtendTheSelection() throws Exception {
    List<Long> ids = add(6);
    model.open(open);
    until(() -> model.rows().size() == 6);
    RowSelection selection = model.selection();
    selection.move(1, false);
    assertThat(selection.lead()).isEqualTo(ids.get(0));
    selection.move(2, false);
    selection.move(2, true);
    assertThat(selection.rows())
        .extracting(EvidenceRow::id)
        .containsExactly(ids.get(2), ids.get(3), ids.get(4));
    selection.move(-4, true);
    assertThat(selection.rows())
        .extracting(EvidenceRow::id)
        .containsExactly(ids.get(0), ids.get(1), ids.get(2));
    selection.move(100, false);
    assertThat(selection.leadIndex()).isEqualTo(5);
    selection.all();
    assertThat(selection.size()).isEqualTo(6);
  }

  @Test
  void aCaseThatCannotBeReadIsSaidAndNotShownEmpty() throws Exception {
    add(2);
    open.close();
    model.open(open);
    until(() -> !problems.isEmpty());
    assertThat(problems.getFirst().code()).startsWith("CAS-");
  }
}
