package org.palimpsest.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.ReviewStatus;
import org.palimpsest.heatmap.Box;
import org.palimpsest.registry.InputMode;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.CaseFixture;
import org.palimpsest.ui.Screenshots;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.dialogs.Problem;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.Look;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Writing a finding with the mouse and the keyboard, about a real picture and its map. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class FindingViewTest {
  @TempDir private static Path folder;

  private final BackgroundPool writer = new BackgroundPool("finding-view-test", 1);
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Box> zoomed = new ArrayList<>();
  private final FindingModel model = new FindingModel(writer, FxThread::run, failures::add);
  private CaseFile open;
  private Scene scene;
  private long exhibit;

  @Start
  void start(Stage stage) throws Exception {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    open = CaseFixture.create(Files.createTempDirectory(folder, "case").resolve("t.palimpsest"));
    scene = new Scene(view(Locale.ENGLISH), 340, 860);
    Look.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private Parent view(Locale language) {
    return (Parent) new FindingView(new Messages(language), model, new Yes(), zoomed::add).node();
  }

  @AfterEach
  void stop() {
    FxThread.run(model::close);
    WaitForAsyncUtils.waitForFxEvents();
    writer.close();
    open.close();
  }

  private static void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void examined() throws Exception {
    exhibit = CaseFixture.add(open, List.of(Path.of("src/samples/alley-regenerated.jpg"))).get(0);
    CaseFixture.examine(open, List.of(exhibit), InputMode.TILES);
    FxThread.run(() -> model.open(open));
    FxThread.run(() -> model.show(exhibit));
    until(() -> model.consideredProperty().get() != null);
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Labeled.class).stream()
        .filter(Labeled::isVisible)
        .map(Labeled::getText)
        .toList();
  }

  private Finding last() throws Exception {
    return open.findings().of(exhibit).getLast();
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
  }

  private void shot(FxRobot robot, String name) {
    robot.interact(() -> scene.getRoot().applyCss());
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Screenshots.write(name, scene));
  }

  @Test
  void theProgramsPredictionAndTheExaminersFindingStandApart(FxRobot robot) throws Exception {
    examined();
    assertThat(texts(robot)).contains("The program's prediction", "Your finding", "inconclusive");
    robot.clickOn("#conclude-inconsistent");
    robot.interact(
        () ->
            robot.lookup("#finding-support").queryAs(ComboBox.class).getSelectionModel().select(1));
    robot.interact(
        () ->
            robot
                .lookup("#finding-justification")
                .queryAs(TextArea.class)
                .setText("The lit windows have no noise; the wall around them has."));
    CheckBox first =
        robot.lookup(".check-box").queryAllAs(CheckBox.class).stream().findFirst().orElseThrow();
    robot.interact(first::fire);
    assertThat(robot.lookup("#finding-agreement").queryAs(Labeled.class).getText())
        .contains("differs from the program");
    shot(robot, "finding-light");
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    shot(robot, "finding-dark");
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    fire(robot, "#finding-record");
    until(() -> model.recorded().isPresent());
    assertThat(last().draft().conclusion()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(last().draft().regions()).singleElement().matches(r -> r.region() == 1);
    robot.interact(() -> scene.setRoot(view(Locale.GERMAN)));
    shot(robot, "finding-german");
    assertThat(texts(robot)).contains("Vorhersage des Programms", "Ihr Befund");
    assertThat(failures).isEmpty();
  }

  @Test
  void aSecondReaderSignsInASheetAndTheFieldsAreLocked(FxRobot robot) throws Exception {
    examined();
    robot.clickOn("#conclude-inconclusive");
    robot.interact(
        () -> robot.lookup("#finding-justification").queryAs(TextArea.class).setText("Nothing."));
    fire(robot, "#finding-record");
    until(() -> model.recorded().isPresent());
    FxThread.later(() -> robot.lookup("#finding-sign").queryAs(Button.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> robot.lookup("#sign-reader").queryAs(TextField.class).setText("Ben Reader"));
    robot.interact(
        () -> Screenshots.write("finding-sign", robot.lookup("#sign-reader").query().getScene()));
    robot.clickOn("Sign");
    until(() -> model.recorded().orElseThrow().status() == ReviewStatus.REVIEWED);
    assertThat(last().signOff().reader()).isEqualTo("Ben Reader");
    assertThat(robot.lookup("#finding-justification").query().isDisabled()).isTrue();
    fire(robot, "#finding-release");
    until(() -> model.recorded().orElseThrow().status() == ReviewStatus.FINAL);
    assertThat(texts(robot)).anyMatch(text -> text.startsWith("Final. By Ada"));
    fire(robot, "#finding-change");
    assertThat(robot.lookup("#finding-justification").query().isDisabled()).isFalse();
    fire(robot, "#finding-withdraw");
    until(() -> model.recorded().isEmpty());
    assertThat(open.findings().of(exhibit)).isEmpty();
  }

  /** A person who says yes. */
  private static final class Yes implements Dialogs {
    @Override
    public void error(Problem problem) {
      throw new AssertionError(problem.text());
    }

    @Override
    public void say(String title, String text) {}

    @Override
    public boolean confirm(String title, String question, String action) {
      return true;
    }

    @Override
    public OptionalInt choose(String title, String question, List<String> ways) {
      return OptionalInt.empty();
    }

    @Override
    public Optional<String> ask(String title, String question, String suggestion) {
      return Optional.empty();
    }

    @Override
    public List<Path> openFiles(String title, FileKind kind, @Nullable Path start) {
      return List.of();
    }

    @Override
    public Optional<Path> openFolder(String title, @Nullable Path start) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(
        String title, FileKind kind, String suggestion, @Nullable Path start) {
      return Optional.empty();
    }
  }
}
