package org.palimpsest.ui.triage;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.registry.InputMode;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.CaseFixture;
import org.palimpsest.ui.Screenshots;
import org.palimpsest.ui.fx.FxThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TriageViewTest {
  @TempDir private static Path folder;
  private static int number;

  private final BackgroundPool pool = new BackgroundPool("triage-test", 2);
  private final List<CaseException> problems = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final TriageViewModel model =
      new TriageViewModel(CaseFixture::point, pool, FxThread::run, problems::add);
  private Optional<CaseFile> opened = Optional.empty();

  @SuppressWarnings("NullAway.Init") // by the extension
  private Scene scene;

  @Start
  void start(Stage stage) throws CaseException {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    opened =
        Optional.of(CaseFixture.create(folder.resolve("case-%d.palimpsest".formatted(number++))));
    scene = new Scene((Parent) view(Locale.ENGLISH).node(), 700, 900);
    stage.setScene(scene);
    stage.show();
  }

  private TriageView view(Locale language) {
    return new TriageView(
        new Messages(language),
        model,
        new TriageActions(
            id -> asked.add("open " + id),
            ids -> asked.add("examine " + ids),
            ids -> asked.add("retry " + ids),
            path -> asked.add("reveal " + path.getFileName()),
            (title, question) -> Optional.ofNullable(answers.poll())),
        pool,
        FxThread::run);
  }

  private Optional<EvidenceRow> row(long id) {
    return Optional.ofNullable(model.row(id));
  }

  private CaseFile open() {
    return opened.orElseThrow();
  }

  @AfterEach
  void stop() {
    FxThread.run(model::close);
    WaitForAsyncUtils.waitForFxEvents();
    pool.close();
    open().close();
  }

  private void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void show(int rows) throws Exception {
    FxThread.run(() -> model.open(open()));
    until(() -> model.summaryProperty().get().total() == rows);
  }

  /** Waits for thumbnails as well, then keeps a picture of the window in both themes. */
  private void screenshots(FxRobot robot, String name) {
    WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
    robot.interact(() -> Screenshots.write(name + "-light", scene));
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    robot.interact(() -> Screenshots.write(name + "-dark", scene));
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/samples"))) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  @Test
  void realPicturesAreSeenAsPicturesAndAsLines(FxRobot robot) throws Exception {
    List<Path> files = new ArrayList<>(samples().subList(0, 6));
    Path odd = Files.createDirectories(folder.resolve("odd"));
    files.add(
        Files.copy(
            samples().get(7),
            odd.resolve("a very long name that goes on and on ".repeat(5) + "the-end.jpg")));
    files.add(Files.copy(samples().get(8), odd.resolve("صورة من الميناء ٢٠٢٦.jpg")));
    files.add(Files.copy(samples().get(9), odd.resolve("two\nlines.jpg")));
    files.add(Files.writeString(odd.resolve("broken.jpg"), "no picture at all"));
    files.add(samples().get(11));
    List<Long> ids = CaseFixture.add(open(), files);
    // Two with the model, which takes seconds a picture; the others are read only.
    CaseFixture.examine(open(), List.of(ids.get(1), ids.get(9)), InputMode.TILES);
    for (long id : ids) {
      open().intake().receive(id);
    }
    Tag press = open().tags().create("press photo", "#0072b2");
    Tag check = open().tags().create("check again", "#d55e00");
    open().tags().assign(press.id(), ids.subList(0, 4));
    open().tags().assign(check.id(), ids.subList(1, 3));
    show(11);

    assertThat(model.rows().getFirst().exhibit().latest()).isNotNull();
    assertThat(model.rows().get(1).standing()).isEqualTo(Standing.FAILED);
    assertThat(model.summaryProperty().get().errors()).isEqualTo(1);
    robot.interact(() -> model.selection().only(model.rows().getFirst().id()));
    screenshots(robot, "triage-grid");
    robot.clickOn("#show-table");
    screenshots(robot, "triage-table");
    assertThat(table(robot).getItems()).hasSize(11);
    robot.interact(() -> scene.setRoot((Parent) view(Locale.GERMAN).node()));
    screenshots(robot, "triage-grid-german");
    assertThat(problems).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static TableView<EvidenceRow> table(FxRobot robot) {
    return robot.lookup(".evidence-table").queryAs(TableView.class);
  }

  @Test
  void anEmptyCaseSaysWhatToDo(FxRobot robot) throws Exception {
    show(0);
    assertThat(robot.lookup(".empty-list").queryAs(Label.class).getText())
        .startsWith("No exhibits");
    assertThat(robot.lookup("#triage-count").queryAs(Label.class).getText())
        .isEqualTo("0 of 0 shown");
    screenshots(robot, "triage-empty");
  }

  @Test
  void tenThousandExhibitsAreListedNarrowedAndScrolled(FxRobot robot) throws Exception {
    List<Long> ids =
        CaseFixture.add(
            open(),
            IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> Path.of("/pictures/DSC_%05d.jpg".formatted(i)))
                .toList());
    CaseFixture.synthesise(open(), ids.subList(0, 100));
    show(10_000);
    assertThat(model.rows()).hasSize(10_000);
    screenshots(robot, "triage-10000");

    robot.clickOn(".evidence-grid");
    robot.press(KeyCode.END).release(KeyCode.END);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(model.selection().leadIndex()).isEqualTo(9_999);
    assertThat(robot.lookup("DSC_10000.jpg").tryQuery()).isPresent();

    robot.clickOn("#triage-search").write("DSC_09");
    until(() -> model.rows().size() == 1_000);
    assertThat(robot.lookup("#triage-count").queryAs(Label.class).getText())
        .isEqualTo("1,000 of 10,000 shown");
    int cells = robot.lookup(".exhibit-card").queryAll().size();
    assertThat(cells).as("only what is in sight has a cell").isLessThan(60);
  }

  @Test
  void draggingOverTheHistogramNarrowsTheListAndAClickLiftsIt(FxRobot robot) throws Exception {
    List<Long> ids =
        CaseFixture.add(
            open(),
            IntStream.rangeClosed(1, 60)
                .mapToObj(i -> Path.of("/pictures/%d.jpg".formatted(i)))
                .toList());
    CaseFixture.synthesise(open(), ids);
    show(60);
    var histogram = robot.lookup(".histogram").query();
    var bounds = histogram.localToScreen(histogram.getBoundsInLocal());
    robot.interact(() -> {});
    robot
        .drag(bounds.getCenterX(), bounds.getCenterY(), MouseButton.PRIMARY)
        .dropTo(bounds.getMaxX() - 1, bounds.getCenterY());
    until(() -> model.rows().size() < 60);
    assertThat(model.rows())
        .isNotEmpty()
        .allMatch(row -> Measure.AREA.of(row).orElseThrow() > 0.11);
    screenshots(robot, "triage-range");
    robot.clickOn(histogram);
    until(() -> model.rows().size() == 60);
  }

  @Test
  void theRowMenuActsOnEverythingSelected(FxRobot robot) throws Exception {
    List<Path> files = Stream.of("a", "b", "c").map(name -> folder.resolve(name + ".jpg")).toList();
    List<Long> ids = CaseFixture.add(open(), files);
    open().intake().receive(ids.get(0));
    show(3);
    until(() -> row(ids.get(0)).filter(EvidenceRow::hasError).isPresent());
    robot.interact(() -> model.selection().all());

    robot.rightClickOn("b.jpg");
    robot.clickOn("Try again");
    assertThat(asked).containsExactly("retry [" + ids.get(0) + "]");
    robot.rightClickOn("b.jpg");
    robot.clickOn("Examine again with…");
    assertThat(asked.getLast()).startsWith("examine [").contains(ids.get(2).toString());

    answers.add("evidence");
    robot.rightClickOn("b.jpg");
    robot.clickOn("Tag").clickOn("New tag…");
    until(
        () ->
            ids.stream()
                .allMatch(
                    id -> row(id).filter(row -> !row.exhibit().tags().isEmpty()).isPresent()));

    answers.add("not of this case");
    robot.interact(() -> model.selection().only(ids.get(2)));
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    until(() -> model.rows().size() == 2);
    assertThat(open().exhibits().withdrawn())
        .extracting(ExhibitRow::id)
        .containsExactly(ids.get(2));
  }

  @Test
  void gridAndTableShareTheSelectionAndEnterOpens(FxRobot robot) throws Exception {
    List<Long> ids =
        CaseFixture.add(
            open(),
            IntStream.rangeClosed(1, 9)
                .mapToObj(i -> Path.of("/pictures/%d.jpg".formatted(i)))
                .toList());
    show(9);
    robot.clickOn("2.jpg");
    robot.press(KeyCode.SHIFT).press(KeyCode.RIGHT).release(KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertThat(model.selection().rows())
        .extracting(EvidenceRow::id)
        .containsExactly(ids.get(1), ids.get(2));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertThat(asked).containsExactly("open " + ids.get(2));

    robot.clickOn("#show-table");
    assertThat(table(robot).getSelectionModel().getSelectedItems())
        .extracting(EvidenceRow::id)
        .containsExactlyInAnyOrder(ids.get(1), ids.get(2));
    robot.clickOn(robot.from(table(robot)).lookup("7.jpg").<Node>query());
    assertThat(model.selection().lead()).isEqualTo(ids.get(6));
    assertThat(model.selection().size()).isEqualTo(1);
    robot.interact(() -> model.orderBy(TriageOrder.NAME));
    robot.interact(() -> model.orderBy(TriageOrder.NAME));
    assertThat(table(robot).getSelectionModel().getSelectedItem().id()).isEqualTo(ids.get(6));
    assertThat(Optional.ofNullable(model.selection().lead())).contains(ids.get(6));
  }
}
