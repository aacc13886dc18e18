package org.palimpsest.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.MaskClipLoader;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.cli.RepeatedExaminations;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.report.CaseReports;
import org.palimpsest.settings.Settings;
import org.palimpsest.settings.SettingsStore;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.EngineProbe;
import org.palimpsest.vision.EngineThreads;

/** A window as a person gets it, with the embedded model, a folder of its own and test dialogs. */
final class WindowFixture {
  static final Path SAMPLES = Path.of("src/samples");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  final TestDialogs dialogs = new TestDialogs();
  final Path folder;
  final SettingsStore store;
  final Workbench workbench;
  private final Stage stage;

  /** Shows the window; on the FX thread. */
  WindowFixture(Stage stage, Path folder, Settings settings) throws IOException {
    this.stage = stage;
    this.folder = folder;
    store = new SettingsStore(folder.resolve("settings.json"));
    store.save(settings);
    EngineThreads.leaveOneCore(2); // one thread: tests run beside each other
    ModelRegistry registry = new ModelRegistry(List.of(Path.of("models").toAbsolutePath()));
    DetectorLoader loader = new MaskClipLoader(new DetectorFactory(new EngineProbe()));
    Versions versions = Versions.running("Palimpsest test", "PyTorch");
    Laboratory laboratory =
        new Laboratory(
            registry,
            loader,
            "maskclip-compact",
            versions,
            List.of("palimpsest"),
            InstantSource.system());
    workbench =
        new Workbench(
            new WorkbenchParts(
                "Palimpsest test",
                store,
                store.load(),
                folder.resolve("cases"),
                laboratory,
                model -> model.card().title(),
                1,
                new CaseReports(registry, "Palimpsest test", InstantSource.system()),
                () ->
                    new RepeatedExaminations(
                        registry, loader, null, versions, InstantSource.system())),
            dialogs);
    workbench.show(stage);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(700);
  }

  /** Settings under which nothing comes up by itself. */
  static Settings quiet() {
    return Settings.initial().withTourSeen(true).withLanguage("en");
  }

  WorkbenchController controller() {
    return workbench.controller();
  }

  /** Waits until something is so, looking on the FX thread. */
  void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(420);
    while (!onFx(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It never came to be that " + what + "; " + dialogs.problems);
      }
      Thread.sleep(50);
    }
  }

  static <T> T onFx(Callable<T> call) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(call.call());
          } catch (Exception | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result.get(60, TimeUnit.SECONDS);
  }

  static void fx(Runnable work) throws Exception {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  void untilOpen() throws Exception {
    until("a case is open", () -> controller().open() != null);
  }

  void untilQuiet() throws Exception {
    until(
        "everything is done",
        () -> {
          OpenCase open = controller().open();
          return open != null
              && open.work() != null
              && open.work().arrivals().totals().left() == 0
              // A row is in the list a moment before it is in the queue.
              && open.file().exhibits().rows().stream()
                  .noneMatch(row -> row.state() == ExhibitState.NEW)
              && open.work().examinations().totals().left() == 0;
        });
  }

  /** Closes the window as a person does and waits for its end. */
  void close() throws Exception {
    fx(workbench::close);
    until("the window is gone", () -> !stage.isShowing());
  }

  Path screenshot(String name) throws Exception {
    return screenshot(stage.getScene(), name);
  }

  static Path screenshot(Scene scene, String name) throws Exception {
    Thread.sleep(300); // layout and skins settle
    WritableImage image = onFx(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader reader = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, reader.getArgb(x, y));
      }
    }
    Files.createDirectories(SCREENSHOTS);
    Path file = SCREENSHOTS.resolve(name + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
