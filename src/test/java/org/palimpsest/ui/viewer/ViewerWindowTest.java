package org.palimpsest.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
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
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.heatmap.Palette;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
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

  /** A place in the middle of the picture, on the screen. */
  private static Point2D middle(FxRobot robot) {
    Node stage = robot.lookup("#viewer-stage").query();
    return stage.localToScreen(
        stage.getLayoutBounds().getWidth() / 2, stage.getLayoutBounds().getHeight() / 2);
  }

  @Test
  void wheelDragAndKeysMoveThePicture(FxRobot robot) throws Exception {
    open(sample());
    double fitted = model.viewport().view().scale();
    robot.moveTo(middle(robot));
    robot.scroll(3, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(model.viewport().view().scale()).isNotEqualTo(fitted);
    robot.type(KeyCode.F);
    assertThat(model.viewport().view().scale()).isEqualTo(fitted);
    robot.type(KeyCode.Z);
    assertThat(model.viewport().magnification()).isEqualTo(1);
    double x = model.viewport().view().x();
    robot.moveTo(middle(robot)).press(MouseButton.PRIMARY).moveBy(30, 0);
    robot.moveBy(10, 0).release(MouseButton.PRIMARY);
    assertThat(model.viewport().view().x()).isEqualTo(x + 40);
    robot.type(KeyCode.RIGHT);
    assertThat(model.viewport().view().x()).isEqualTo(x - 20);
    robot.type(KeyCode.DIGIT2);
    assertThat(model.modeProperty().get()).isEqualTo(CompareMode.SIDE_BY_SIDE);
    robot.type(KeyCode.DIGIT3);
    assertThat(model.modeProperty().get()).isEqualTo(CompareMode.SWIPE);
    robot.type(KeyCode.C);
    assertThat(model.paletteProperty().get()).isEqualTo(Palette.CIVIDIS);
    robot.press(KeyCode.O);
    assertThat(model.originalHeldProperty().get()).isTrue();
    robot.release(KeyCode.O);
    assertThat(model.originalHeldProperty().get()).isFalse();
  }

  @Test
  void oneToOneShowsTheOriginalsPixelsAndNothingElse(FxRobot robot) throws Exception {
    RgbImage image = sample().image();
    open(sample());
    robot.interact(
        () -> {
          model.originalHeldProperty().set(true);
          model.viewport().oneToOne();
        });
    settle();
    PictureStage stage = robot.lookup("#viewer-stage").queryAs(PictureStage.class);
    RgbImage[] seen = new RgbImage[1];
    robot.interact(() -> seen[0] = ViewExport.pixels(stage.seen()));
    int left = (int) -model.viewport().view().x();
    int top = (int) -model.viewport().view().y();
    for (int y = 5; y < seen[0].height() - 5; y += 7) {
      for (int x = 5; x < seen[0].width() - 5; x += 3) {
        for (int channel = 0; channel < 3; channel++) {
          assertThat(seen[0].value(x, y, channel))
              .isEqualTo(image.value(x + left, y + top, channel));
        }
      }
    }
  }

  @Test
  void aMovedThresholdIsMarkedAsTheExaminersUntilItIsReset(FxRobot robot) throws Exception {
    open(sample());
    Label whose = robot.lookup("#viewer-threshold-whose").queryAs(Label.class);
    Label area = robot.lookup("#viewer-area").queryAs(Label.class);
    assertThat(whose.getText()).isEqualTo("Examination's threshold");
    robot.interact(() -> model.threshold().move(0.3));
    assertThat(whose.getText()).isEqualTo("Examiner's threshold");
    waitFor(() -> model.threshold().exactProperty().get());
    double share = 0;
    for (float value : Objects.requireNonNull(sample().heatmap()).map().values()) {
      share += value > 0.3f ? 1 : 0;
    }
    share = share / sample().image().width() / sample().image().height() * 100;
    assertThat(area.getText()).startsWith(String.format(Locale.ROOT, "%.2f %% marked", share));
    screenshot("viewer-examiners-light");
    robot.clickOn("#viewer-threshold-reset");
    assertThat(whose.getText()).isEqualTo("Examination's threshold");
    assertThat(model.threshold().threshold()).isEqualTo(model.threshold().operating());
  }

  @Test
  void whatIsSeenIsSavedWithItsLegend(FxRobot robot) throws Exception {
    open(sample());
    Path file = folder.resolve("view.png");
    target = Optional.of(file);
    robot.clickOn("#viewer-export");
    waitFor(() -> !saved.isEmpty());
    RgbImage written = ImageDecoder.decode(Files.readAllBytes(file)).pixels();
    Node stage = robot.lookup("#viewer-stage").query();
    assertThat(written.width()).isEqualTo((int) stage.getLayoutBounds().getWidth());
    assertThat(written.height()).isEqualTo((int) stage.getLayoutBounds().getHeight() + 48);
    // The first colour of the legend, as in reports.
    assertThat(written.value(16, written.height() - 38, 0)).isEqualTo(0x44);
    assertThat(written.value(16, written.height() - 38, 2)).isEqualTo(0x54);
  }

  @Test
  void aViewThatCannotBeSavedIsSaidAndLeavesNothingBehind(FxRobot robot) throws Exception {
    open(sample());
    target = Optional.of(folder.resolve("missing").resolve("view.png"));
    robot.clickOn("#viewer-export");
    waitFor(() -> !failures.isEmpty());
    assertThat(failures.getFirst()).isInstanceOf(ExportException.class);
    assertThat(((ExportException) failures.getFirst()).code()).isEqualTo("VIE-01");
    assertThat(folder).isEmptyDirectory();
    assertThat(saved).isEmpty();
  }

  @Test
  void oddPicturesAreDrawn(FxRobot robot) throws Exception {
    RgbImage pixel = RgbImage.black(1, 1);
    pixel.rgb()[0] = (byte) 255;
    open(ViewedPicture.unexamined("pixel.png", pixel));
    PictureStage stage = robot.lookup("#viewer-stage").queryAs(PictureStage.class);
    RgbImage[] seen = new RgbImage[1];
    robot.interact(() -> seen[0] = ViewExport.pixels(stage.seen()));
    int x = seen[0].width() / 2;
    int y = seen[0].height() / 2;
    assertThat(seen[0].value(x, y, 0)).isEqualTo(255);
    assertThat(seen[0].value(x + 10, y, 0)).isEqualTo(0x3c);
    RgbImage line = RgbImage.black(1, 40_000);
    for (int i = 0; i < 40_000; i++) {
      line.rgb()[3 * i + 1] = (byte) 200;
    }
    open(ViewedPicture.unexamined("line.png", line));
    robot.interact(() -> seen[0] = ViewExport.pixels(stage.seen()));
    assertThat(seen[0].value(x, y, 1)).isEqualTo(200);
    robot.interact(() -> model.viewport().oneToOne());
    settle();
    robot.interact(() -> seen[0] = ViewExport.pixels(stage.seen()));
    assertThat(seen[0].value(x, y, 1)).isEqualTo(200);
    assertThat(robot.lookup("#viewer-threshold-whose").queryAs(Label.class).getText())
        .isEqualTo("Not examined yet");
  }

  @Test
  void squaresThatWereSeenAreForgottenInTime(FxRobot robot) throws Exception {
    open(ViewedPicture.unexamined("large.png", RgbImage.black(9000, 6000)));
    PictureStage stage = robot.lookup("#viewer-stage").queryAs(PictureStage.class);
    robot.interact(() -> model.viewport().oneToOne());
    for (int row = 0; row < 12; row++) {
      for (int column = 0; column < 18; column += 2) {
        double x = column * 512;
        double y = row * 512;
        robot.interact(
            () -> {
              var view = model.viewport().view();
              model.viewport().pan(-view.toViewX(x), -view.toViewY(y));
            });
      }
      WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
    }
    settle();
    assertThat(stage.tilesHeld()).isBetween(20, 192);
  }

  @Test
  void nothingIsCutInGermanInANarrowWindow(FxRobot robot) throws Exception {
    open(sample());
    robot.interact(() -> model.threshold().move(0.25));
    waitFor(() -> model.threshold().exactProperty().get());
    robot.interact(
        () -> {
          ViewerView german =
              new ViewerView(
                  model,
                  new Messages(Locale.GERMAN),
                  new ViewerHooks(name -> target, saved::add, failures::add));
          Stage stage = (Stage) Objects.requireNonNull(scene).getWindow();
          scene = new Scene((Parent) german.node(), 560, 600);
          stage.setScene(scene);
        });
    screenshot("viewer-german-narrow");
    for (Node node : robot.lookup(".threshold-bar .label").queryAll()) {
      Label label = (Label) node;
      Text text = (Text) label.lookup(".text");
      if (text != null) {
        assertThat(text.getText()).as("shown text").isEqualTo(label.getText());
      }
    }
  }
}
