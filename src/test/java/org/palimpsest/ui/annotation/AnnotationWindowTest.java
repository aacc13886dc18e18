package org.palimpsest.ui.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.Annotation;
import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.UndoHistory;
import org.palimpsest.ui.viewer.PictureSource;
import org.palimpsest.ui.viewer.ViewedPicture;
import org.palimpsest.ui.viewer.ViewerHooks;
import org.palimpsest.ui.viewer.ViewerModel;
import org.palimpsest.ui.viewer.ViewerState;
import org.palimpsest.ui.viewer.ViewerView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drawing by pointer and keys, on a real picture, kept in a real case. */
@ExtendWith(ApplicationExtension.class)
class AnnotationWindowTest {
  private static final Path SAMPLE = Path.of("src/samples/lake.jpg");

  @TempDir Path folder;

  private final BackgroundPool pool = new BackgroundPool("annotation-test", 2);
  private final BackgroundPool writer = new BackgroundPool("annotation-writer", 1);
  private final UndoHistory history = new UndoHistory();
  private final List<Path> saved = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final ViewerModel viewer = new ViewerModel(pool, FxThread::run);
  private final AnnotationModel model =
      new AnnotationModel(history, writer, FxThread::run, failures::add);
  private Optional<Path> target = Optional.empty();
  private @Nullable Scene scene;
  private @Nullable CaseFile open;
  private @Nullable AnnotationView view;
  private long exhibit;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Messages messages = new Messages(Locale.ENGLISH);
    ViewerView shown =
        new ViewerView(
            viewer, messages, new ViewerHooks(name -> Optional.empty(), path -> {}, failures::add));
    AnnotationView annotations =
        new AnnotationView(
            model,
            messages,
            new AnnotationHooks(
                name -> target, () -> Optional.of(SAMPLE), saved::add, failures::add),
            pool,
            FxThread::run);
    shown.add(
        annotations.layer(),
        annotations.tools(),
        annotations.panel(),
        annotations.panelShownProperty());
    shown.toolsShownProperty().set(true);
    view = annotations;
    scene = new Scene((Parent) shown.node(), 900, 700);
    stage.setScene(scene);
    stage.show();
    shown.focus();
  }

  @BeforeEach
  void openCase() throws Exception {
    CaseFile created =
        CaseFile.create(
            folder.resolve("harbour.palimpsest"),
            CaseDetails.named("Harbour"),
            new Actor("Ada", "test", InstantSource.system()));
    open = created;
    created.exhibits().add(List.of(SAMPLE), Receipt.unstated(), Storage.REFERENCE);
    exhibit = created.exhibits().rows().getFirst().id();
    RgbImage image = ImageDecoder.decode(Files.readAllBytes(SAMPLE)).pixels();
    FxThread.run(
        () -> {
          viewer.open(PictureSource.of(ViewedPicture.unexamined("lake.jpg", image)));
          model.open(
              AnnotationStore.of(created.annotations()), exhibit, image.width(), image.height());
        });
    waitFor(() -> viewer.stateProperty().get() instanceof ViewerState.Shown);
  }

  @AfterEach
  void close() {
    pool.close();
    writer.close();
    Objects.requireNonNull(open).close();
  }

  private static void waitFor(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A place of the picture on the screen. */
  private Point2D at(FxRobot robot, double x, double y) {
    Point2D corner = robot.lookup("#viewer-stage").query().localToScreen(0, 0);
    return corner.add(viewer.viewport().view().toViewX(x), viewer.viewport().view().toViewY(y));
  }

  private void drag(FxRobot robot, double x0, double y0, double x1, double y1) {
    robot.moveTo(at(robot, x0, y0)).press(MouseButton.PRIMARY);
    robot.moveTo(at(robot, (x0 + x1) / 2, (y0 + y1) / 2)).moveTo(at(robot, x1, y1));
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<Annotation> kept() throws Exception {
    waitFor(() -> model.unwritten() == 0);
    return Objects.requireNonNull(open).annotations().of(exhibit);
  }

  private void screenshot(FxRobot robot, String name) throws IOException {
    robot.interact(() -> {});
    WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    RgbImage[] taken = new RgbImage[1];
    robot.interact(() -> taken[0] = Snapshot.pixels(Objects.requireNonNull(scene).snapshot(null)));
    Path shots = Files.createDirectories(Path.of("target", "screenshots"));
    AtomicFile.write(shots.resolve(name + ".png"), Png.encode(taken[0]));
  }

  @Test
  void everyKindIsDrawnKeptAndTakenBack(FxRobot robot) throws Exception {
    robot.type(KeyCode.R);
    drag(robot, 200, 200, 500, 400);
    robot.type(KeyCode.E);
    drag(robot, 600, 150, 800, 300);
    robot.type(KeyCode.A);
    drag(robot, 900, 700, 700, 500);
    robot.type(KeyCode.B);
    drag(robot, 150, 600, 450, 700);
    robot.type(KeyCode.P);
    for (double[] corner : new double[][] {{600, 600}, {800, 620}, {700, 800}}) {
      robot.clickOn(at(robot, corner[0], corner[1]));
    }
    robot.type(KeyCode.ENTER);
    robot.type(KeyCode.T);
    robot.clickOn(at(robot, 1000, 200));
    robot.lookup("#annotation-label").queryAs(TextField.class);
    robot.write("Stone").type(KeyCode.ENTER);

    List<Annotation> kept = kept();
    assertThat(kept.stream().<Object>map(a -> a.draft().shape().getClass()))
        .containsExactly(
            Shape.Rectangle.class,
            Shape.Ellipse.class,
            Shape.Arrow.class,
            Shape.Brush.class,
            Shape.Polygon.class,
            Shape.Text.class);
    Shape.Rectangle rectangle = (Shape.Rectangle) kept.get(0).draft().shape();
    assertThat(rectangle.x()).isBetween(198.0, 202.0);
    assertThat(rectangle.width()).isBetween(297.0, 303.0);
    assertThat(kept.get(5).draft().label()).isEqualTo("Stone");
    screenshot(robot, "annotation-light");

    for (int i = 0; i < 7; i++) {
      robot.interact(history::undo);
    }
    assertThat(kept()).isEmpty();
    for (int i = 0; i < 7; i++) {
      robot.interact(history::redo);
    }
    assertThat(kept().stream().map(Annotation::draft))
        .containsExactlyElementsOf(kept.stream().map(Annotation::draft).toList());
    assertThat(failures).isEmpty();
  }

  @Test
  void aShapeIsChosenMovedResizedAndDeleted(FxRobot robot) throws Exception {
    robot.type(KeyCode.R);
    drag(robot, 300, 300, 500, 500);
    robot.type(KeyCode.V);
    drag(robot, 400, 400, 450, 380);
    Shape.Rectangle moved = (Shape.Rectangle) kept().getFirst().draft().shape();
    assertThat(moved.x()).isBetween(347.0, 353.0);
    assertThat(moved.y()).isBetween(277.0, 283.0);
    drag(robot, moved.x() + moved.width(), moved.y() + moved.height(), 700, 600);
    Shape.Rectangle larger = (Shape.Rectangle) kept().getFirst().draft().shape();
    assertThat(larger.x()).isEqualTo(moved.x());
    assertThat(larger.width()).isBetween(346.0, 354.0);
    robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
    assertThat(((Shape.Rectangle) kept().getFirst().draft().shape()).x()).isEqualTo(larger.x() + 1);
    robot.type(KeyCode.DELETE);
    assertThat(kept()).isEmpty();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void shapesCanBeDrawnWithoutAPointer(FxRobot robot) throws Exception {
    robot.type(KeyCode.E).type(KeyCode.ENTER);
    Shape.Ellipse drawn = (Shape.Ellipse) kept().getFirst().draft().shape();
    robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.ALT, KeyCode.SHIFT);
    Shape.Ellipse resized = (Shape.Ellipse) kept().getFirst().draft().shape();
    assertThat(resized.height()).isEqualTo(drawn.height() + 1);
    assertThat(resized.y()).isEqualTo(drawn.y());
  }

  @Test
  void whatACaseHoldsIsShownAgain(FxRobot robot) throws Exception {
    AnnotationDraft draft =
        new AnnotationDraft(new Shape.Rectangle(10, 20, 30, 40), "#009e73", "sky", "a note");
    Objects.requireNonNull(open).annotations().add(exhibit, draft);
    AnnotationModel another =
        new AnnotationModel(new UndoHistory(), writer, FxThread::run, failures::add);
    robot.interact(
        () ->
            another.open(
                AnnotationStore.of(Objects.requireNonNull(open).annotations()),
                exhibit,
                1200,
                900));
    waitFor(() -> !Objects.requireNonNull(another.sheet()).marks().isEmpty());
    Mark mark = Objects.requireNonNull(another.sheet()).marks().getFirst();
    assertThat(mark.draft()).isEqualTo(draft);
    robot.interact(() -> another.change(mark, mark.withColour("#d55e00"), "colour"));
    waitFor(() -> another.unwritten() == 0);
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst().draft().colour()).isEqualTo("#d55e00");
    assertThat(kept().getFirst().version()).isEqualTo(2);
  }

  @Test
  void theDrawnAreasAreWrittenAsAMaskOfTheOriginalsSize(FxRobot robot) throws Exception {
    robot.type(KeyCode.R);
    drag(robot, 300, 300, 500, 500);
    Path mask = folder.resolve("lake-mask.png");
    target = Optional.of(mask);
    robot.interact(() -> Objects.requireNonNull(view).exportMask("x.png"));
    waitFor(() -> !saved.isEmpty());
    RgbImage read = ImageDecoder.decode(Files.readAllBytes(mask)).pixels();
    assertThat(read.width()).isEqualTo(1200);
    assertThat(read.height()).isEqualTo(900);
    assertThat(read.value(400, 400, 0)).isEqualTo(255);
    assertThat(read.value(200, 400, 0)).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".png"))).containsExactly(mask);
    }
  }

  @Test
  void aMaskThatCannotBeWrittenOrWouldReplaceTheExhibitIsRefused(FxRobot robot) throws Exception {
    byte[] before = Files.readAllBytes(SAMPLE);
    target = Optional.of(folder.resolve("lake-mask.png"));
    robot.interact(() -> Objects.requireNonNull(view).exportMask("x.png"));
    waitFor(() -> failures.size() == 1);
    robot.type(KeyCode.R);
    drag(robot, 300, 300, 500, 500);
    target = Optional.of(folder.resolve("no such folder").resolve("mask.png"));
    robot.interact(() -> Objects.requireNonNull(view).exportMask("x.png"));
    waitFor(() -> failures.size() == 2);
    target = Optional.of(SAMPLE);
    robot.interact(() -> Objects.requireNonNull(view).exportMask("x.png"));
    waitFor(() -> failures.size() == 3);
    assertThat(failures.stream().map(e -> ((MaskExport.MaskException) e).code()))
        .containsExactly("ANN-03", "ANN-01", "ANN-02");
    assertThat(Files.readAllBytes(SAMPLE)).isEqualTo(before);
  }

  @Test
  void aCaseThatCannotBeWrittenLosesNothingThatWasDrawn(FxRobot robot) throws Exception {
    CaseFile closed = Objects.requireNonNull(open);
    closed.close();
    robot.type(KeyCode.R);
    drag(robot, 300, 300, 500, 500);
    waitFor(() -> !failures.isEmpty());
    assertThat(model.unwritten()).isEqualTo(1);
    assertThat(Objects.requireNonNull(model.sheet()).marks()).hasSize(1);
  }
}
