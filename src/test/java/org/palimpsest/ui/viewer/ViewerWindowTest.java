package org.palimpsest.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.fx.FxThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ViewerWindowTest {
  private static @Nullable ViewedPicture examined;

  @TempDir Path folder;

  private final BackgroundPool pool = new BackgroundPool("viewer-test", 2);
  private final ViewerModel model = new ViewerModel(pool, FxThread::run);
  private final List<Path> saved = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private Optional<Path> target = Optional.empty();
  private @Nullable Scene scene;

  @BeforeAll
  static void examine() throws Exception {
    examined = ExaminedSamples.of("balls-one-copied.jpg");
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    ViewerView view =
        new ViewerView(
            model,
            new Messages(Locale.ENGLISH),
            new ViewerHooks(name -> target, saved::add, failures::add));
    scene = new Scene((Parent) view.node(), 900, 700);
    stage.setScene(scene);
    stage.show();
    view.focus();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private static ViewedPicture sample() {
    if (examined == null) {
      throw new IllegalStateException();
    }
    return examined;
  }

  private void open(ViewedPicture picture) throws TimeoutException {
    FxThread.run(() -> model.open(PictureSource.of(picture)));
    waitFor(() -> model.stateProperty().get() instanceof ViewerState.Shown);
    settle();
  }

  /** Until tiles and colours that were asked for have been drawn. */
  private static void settle() {
    for (int i = 0; i < 6; i++) {
      WaitForAsyncUtils.sleep(40, TimeUnit.MILLISECONDS);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private static void waitFor(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private WritableImage screenshot(String name) throws Exception {
    settle();
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Screenshots.of(Objects.requireNonNull(scene)));
    Screenshots.write(name, image);
    return image;
  }

  @Test
  void everyModeIsDrawnInBothThemes(FxRobot robot) throws Exception {
    open(sample());
    for (String theme : List.of("light", "dark")) {
      robot.interact(
          () ->
              Application.setUserAgentStylesheet(
                  theme.equals("light")
                      ? new PrimerLight().getUserAgentStylesheet()
                      : new PrimerDark().getUserAgentStylesheet()));
      robot.interact(() -> model.modeProperty().set(CompareMode.OVERLAY));
      screenshot("viewer-overlay-" + theme);
      robot.interact(() -> model.modeProperty().set(CompareMode.SIDE_BY_SIDE));
      screenshot("viewer-side-" + theme);
      robot.interact(() -> model.modeProperty().set(CompareMode.SWIPE));
      screenshot("viewer-swipe-" + theme);
    }
    assertThat(model.threshold().regionsProperty().get()).isNotEmpty();
  }
}
