package org.palimpsest.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.heatmap.Region;
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
class InspectorTest {
  @TempDir private static Path folder;

  private final BackgroundPool pool = new BackgroundPool("inspector-test", 1);
  private final List<CaseException> problems = new ArrayList<>();
  private final List<Region> zoomed = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final InspectorViewModel model =
      new InspectorViewModel(name -> "Name: " + name, pool, FxThread::run, problems::add);

  @SuppressWarnings("NullAway.Init") // by the extension
  private CaseFile open;

  @SuppressWarnings("NullAway.Init") // by the extension
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    open = CaseFixture.create(Files.createTempDirectory(folder, "case").resolve("t.palimpsest"));
    scene = new Scene((Parent) view(Locale.ENGLISH).node(), 420, 980);
    stage.setScene(scene);
    stage.show();
  }

  private InspectorView view(Locale language) {
    return new InspectorView(
        new Messages(language),
        model,
        new InspectorActions(
            zoomed::add, ids -> asked.add("again " + ids), id -> asked.add("variants " + id)));
  }

  @AfterEach
  void stop() {
    FxThread.run(model::close);
    WaitForAsyncUtils.waitForFxEvents();
    pool.close();
    open.close();
  }

  private void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void screenshots(FxRobot robot, String name) {
    robot.interact(() -> Screenshots.write(name + "-light", scene));
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    robot.interact(() -> Screenshots.write(name + "-dark", scene));
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
  }

  @Test
  void theExaminationsOfAnExhibitStandSideBySide(FxRobot robot) throws Exception {
    long id =
        CaseFixture.add(open, List.of(Path.of("src/samples/lake-stone-pasted.jpg"))).getFirst();
    CaseFixture.examine(open, List.of(id), InputMode.TILES);
    FxThread.run(() -> model.open(open));
    FxThread.run(() -> model.show(id));
    until(() -> model.chosenProperty().get() != null && !model.cardProperty().get().isEmpty());

    assertThat(texts(robot)).contains("lake-stone-pasted.jpg", "Name: " + CaseFixture.MODEL);
    String reason = robot.lookup("#outcome-reason").queryAs(Label.class).getText();
    assertThat(reason).contains("operating point");
    screenshots(robot, "inspector");
    if (robot.lookup("#region-1").tryQuery().isPresent()) {
      robot.clickOn("#region-1");
      assertThat(zoomed).hasSize(1);
    }
    robot.interact(() -> robot.lookup("#examine-again").queryButton().fire());
    assertThat(asked).containsExactly("again [" + id + "]");

    CaseFixture.examine(open, List.of(id), InputMode.WHOLE);
    until(
        () -> {
          Inspection found = model.inspectionProperty().get();
          return found != null && found.results().size() == 2;
        });
    assertThat(robot.lookup("#section-comparison").tryQuery()).isPresent();
    assertThat(
            robot.lookup(".differs").queryAllAs(Label.class).stream().map(Label::getText).toList())
        .contains("tiles", "whole")
        .doesNotContain(CaseFixture.MODEL);
    robot.interact(() -> robot.lookup("Examination 1").queryAs(ToggleButton.class).fire());
    assertThat(robot.lookup("#outcome-reason").queryAs(Label.class).getText()).isEqualTo(reason);
    robot.interact(() -> scene.setRoot((Parent) view(Locale.GERMAN).node()));
    screenshots(robot, "inspector-compared-german");
    robot.interact(
        () ->
            robot
                .lookup(".inspector-section")
                .queryAllAs(TitledPane.class)
                .forEach(
                    pane ->
                        pane.setExpanded(
                            List.of("section-quantisation", "section-metadata", "section-run")
                                .contains(pane.getId()))));
    screenshots(robot, "inspector-details");
    assertThat(problems).isEmpty();
  }

  @Test
  void aFileThatCouldNotBeReadSaysWhyWithACodeToCopy(FxRobot robot) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken\u202Egpj.jpg"), "no picture");
    long id = CaseFixture.add(open, List.of(broken)).getFirst();
    open.intake().receive(id);
    FxThread.run(() -> model.open(open));
    FxThread.run(() -> model.show(id));
    until(() -> robot.lookup("#problem-sentence").tryQuery().isPresent());

    assertThat(texts(robot)).contains("broken<U+202E>gpj.jpg", "IMG-01");
    robot.clickOn(
        robot
            .from(robot.lookup(".problem").<javafx.scene.Node>query())
            .lookup(".button")
            .<javafx.scene.Node>query());
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("IMG-01\n");
    screenshots(robot, "inspector-failed");
  }

  @Test
  void nothingChosenSaysSo(FxRobot robot) {
    assertThat(texts(robot)).contains("Choose an exhibit in the list to see what is known of it.");
  }
}
