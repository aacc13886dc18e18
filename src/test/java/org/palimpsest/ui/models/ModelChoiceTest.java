package org.palimpsest.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelRegistry;
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
class ModelChoiceTest {
  @TempDir private static Path folder;

  private final BackgroundPool pool = new BackgroundPool("models-test", 1);

  @SuppressWarnings("NullAway.Init") // by the extension
  private Path root;

  @SuppressWarnings("NullAway.Init") // by the extension
  private ModelChoice choice;

  @SuppressWarnings("NullAway.Init") // by the extension
  private Scene scene;

  @Start
  void start(Stage stage) throws IOException {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    root = Files.createTempDirectory(folder, "models");
    Path model = Files.createDirectory(root.resolve(CaseFixture.MODEL));
    try (Stream<Path> files = Files.list(Path.of("models", CaseFixture.MODEL))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, model.resolve(file.getFileName().toString()));
      }
    }
    choice =
        new ModelChoice(
            new ModelRegistry(List.of(root)),
            found -> found.card().summary(),
            CaseFixture.MODEL,
            pool,
            FxThread::run);
    scene =
        new Scene(
            (Parent) new ModelChoiceView(new Messages(Locale.ENGLISH), choice).node(), 760, 460);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean is(Class<? extends ModelState> state) {
    ListedModel model = choice.chosen();
    return model != null && state.isInstance(model.state());
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
  }

  @Test
  void aVerifiedModelIsAskedForWithModePrecisionAndThreshold(FxRobot robot) throws Exception {
    until(() -> is(ModelState.Verified.class));
    assertThat(choice.isReady()).isTrue();
    assertThat(choice.request())
        .isEqualTo(new ExaminationRequest(CaseFixture.MODEL, null, null, null, null));
    assertThat(texts(robot)).contains("weights verified");

    robot.interact(() -> choice.modeProperty().set(InputMode.WHOLE));
    robot.interact(() -> choice.precisionProperty().set("bf16"));
    robot.clickOn("#model-threshold").write("0.3");
    assertThat(choice.request())
        .isEqualTo(new ExaminationRequest(CaseFixture.MODEL, InputMode.WHOLE, 0.3f, null, "bf16"));
    assertThat(texts(robot)).anyMatch(text -> text.startsWith("The operating point"));
    robot.interact(() -> Screenshots.write("models-light", scene));
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    robot.interact(() -> Screenshots.write("models-dark", scene));
    robot.clickOn("#model-threshold").write("9");
    assertThat(choice.thresholdProperty().get()).isNotNull();
    robot.clickOn("#model-threshold").write("x");
    assertThat(choice.thresholdProperty().get()).isNull();
  }

  @Test
  void changedWeightsAreSaidAndNotUsed(FxRobot robot) throws Exception {
    until(() -> is(ModelState.Verified.class));
    Files.writeString(root.resolve(CaseFixture.MODEL).resolve("model.safetensors"), "changed");
    robot.interact(choice::refresh);
    until(() -> is(ModelState.Unusable.class));
    assertThat(choice.isReady()).isFalse();
    assertThat(texts(robot)).anyMatch(text -> text.startsWith("MOD-05: "));
  }

  @Test
  void aModelThatWasRemovedIsSaidToBeGone(FxRobot robot) throws Exception {
    until(() -> is(ModelState.Verified.class));
    Path model = root.resolve(CaseFixture.MODEL);
    try (Stream<Path> files = Files.list(model)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(model);
    robot.interact(choice::refresh);
    until(() -> choice.models().isEmpty());
    assertThat(choice.isReady()).isFalse();
    assertThat(Objects.requireNonNull(choice.chosenProperty().get())).isEqualTo(CaseFixture.MODEL);
  }
}
