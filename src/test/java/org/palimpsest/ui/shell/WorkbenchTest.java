package org.palimpsest.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.settings.Theme;
import org.palimpsest.tasks.WorkState;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a person does with the window, with real pictures and the embedded model. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {
  @TempDir static Path temporary;

  private Path folder;
  private WindowFixture window;

  @Start
  void show(Stage stage) throws Exception {
    folder = Files.createTempDirectory(temporary, "window");
    window = new WindowFixture(stage, folder, WindowFixture.quiet().withTheme(Theme.LIGHT));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void theSamplesAreOneClickAway() throws Exception {
    window.untilOpen();
    window.screenshot("window-empty-light");
    Button samples = (Button) window.controller().view().root().lookup("#open-samples");
    WindowFixture.fx(samples::fire);
    window.until("there are pictures", () -> !window.controller().view().isEmpty());
    window.until(
        "they are listed", () -> window.controller().features().listModel().rows().size() == 12);
    window.controller().open().work().cancelAll();
    window.untilQuiet();
    assertThat(rows()).extracting(ExhibitRow::name).contains("balls-one-regenerated.jpg");
  }

  @Test
  void aFolderIsTakenInExaminedAndShownWithWhatFailed() throws Exception {
    Path pictures = folder.resolve("pictures");
    SmallPictures.of("balls-one-regenerated.jpg", pictures.resolve("deep/er"));
    SmallPictures.of("lake.jpg", pictures);
    Files.write(pictures.resolve("damaged.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});
    Files.writeString(pictures.resolve("notes.txt"), "no picture");
    window.untilOpen();
    WindowFixture.fx(() -> window.controller().openPaths(List.of(pictures)));
    window.until("there are pictures", () -> rows().size() == 3);
    WindowFixture.fx(window.controller()::toggleActivity);
    window.untilQuiet();
    assertThat(rows())
        .extracting(ExhibitRow::name, ExhibitRow::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("balls-one-regenerated.jpg", ExhibitState.DONE),
            org.assertj.core.groups.Tuple.tuple("lake.jpg", ExhibitState.DONE),
            org.assertj.core.groups.Tuple.tuple("damaged.jpg", ExhibitState.FAILED));
    window.screenshot("window-folder-light");
    WindowFixture.fx(
        () -> window.controller().settingsModel().change(now -> now.withTheme(Theme.DARK)));
    window.screenshot("window-folder-dark");
    assertThat(window.dialogs.problems).isEmpty();
    assertThat(window.store.load().settings().recent()).containsExactly(pictures.toString());
  }

  @Test
  void aFolderThatIsInTheListAlreadyAddsNothingAndIsSaid() throws Exception {
    Path picture = SmallPictures.of("lake.jpg", folder.resolve("pictures"));
    window.untilOpen();
    WindowFixture.fx(() -> window.controller().openPaths(List.of(picture)));
    window.until("it is there", () -> rows().size() == 1);
    WindowFixture.fx(() -> window.controller().openPaths(List.of(picture)));
    window.until("it is said", () -> window.controller().view().root().lookup("#notice") != null);
    assertThat(rows()).hasSize(1);
    window.untilQuiet();
  }

  @Test
  void aPathThatIsNotThereIsAnItemWithItsReason() throws Exception {
    window.untilOpen();
    WindowFixture.fx(
        () -> window.controller().openPaths(List.of(folder.resolve("gone/picture.jpg"))));
    window.until(
        "it failed", () -> rows().stream().anyMatch(row -> "EVI-01".equals(row.errorCode())));
    window.untilQuiet();
  }

  @Test
  void aPastedPictureIsKeptWithoutLossAndItsReceiptSaysSo() throws Exception {
    window.untilOpen();
    Image pasted = WindowFixture.onFx(WorkbenchTest::pattern);
    WindowFixture.fx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(pasted);
          Clipboard.getSystemClipboard().setContent(content);
          window.controller().paste();
        });
    window.until("it is read", () -> rows().size() == 1 && rows().getFirst().sha256() != null);
    ExhibitRow row = rows().getFirst();
    assertThat(row.path()).hasParent(window.controller().open().file().copies());
    assertThat(Sha256.of(row.path()).hex()).isEqualTo(row.sha256());
    RgbImage kept = ImageDecoder.decode(Files.readAllBytes(row.path())).pixels();
    assertThat(kept.rgb()).isEqualTo(Pasteboard.pixels(pasted, 40, 30).rgb());
    assertThat(
            window
                .controller()
                .open()
                .file()
                .exhibits()
                .exhibit(row.id())
                .content()
                .receipt()
                .how())
        .contains("clipboard", "no file");
    window.untilQuiet();
  }

  private static Image pattern() {
    WritableImage image = new WritableImage(40, 30);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.getPixelWriter().setColor(x, y, Color.rgb(x * 6, y * 8, (x * y) % 256));
      }
    }
    return image;
  }

  @Test
  void theWorkGoesOnWhenTheWindowIsOpenedAgain() throws Exception {
    Path pictures = folder.resolve("pictures");
    SmallPictures.of("lake.jpg", pictures);
    SmallPictures.of("brick-house.jpg", pictures);
    window.untilOpen();
    WindowFixture.fx(() -> window.controller().open().work().pause());
    WindowFixture.fx(() -> window.controller().openPaths(List.of(pictures)));
    window.until("they are there", () -> rows().size() == 2);
    window.close();
    Stage second = WindowFixture.onFx(Stage::new);
    window = WindowFixture.onFx(() -> new WindowFixture(second, folder, WindowFixture.quiet()));
    window.untilOpen();
    window.untilQuiet();
    assertThat(rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(ExhibitState.DONE));
  }

  @Test
  void aSecondWindowReadsOrWorksInACaseOfItsOwn() throws Exception {
    window.untilOpen();
    Path first = window.controller().open().file().path();
    Stage stage = WindowFixture.onFx(Stage::new);
    WindowFixture reader =
        WindowFixture.onFx(
            () -> {
              WindowFixture made = new WindowFixture(stage, folder, WindowFixture.quiet());
              made.dialogs.ways.add(1);
              return made;
            });
    reader.untilOpen();
    assertThat(reader.controller().open().file().isReadOnly()).isTrue();
    assertThat(reader.controller().open().file().path()).isEqualTo(first);
    reader.close();
    Stage other = WindowFixture.onFx(Stage::new);
    WindowFixture worker =
        WindowFixture.onFx(
            () -> {
              WindowFixture made = new WindowFixture(other, folder, WindowFixture.quiet());
              made.dialogs.ways.add(0);
              return made;
            });
    worker.untilOpen();
    assertThat(worker.controller().open().file().isReadOnly()).isFalse();
    assertThat(worker.controller().open().file().path()).isNotEqualTo(first);
    assertThat(worker.dialogs.questions.getFirst()).contains("open elsewhere");
    worker.close();
  }

  @Test
  void closingWhileTheNetworkRunsWaitsAndKeepsTheResult() throws Exception {
    Path picture = SmallPictures.of("lake.jpg", folder.resolve("pictures"));
    window.untilOpen();
    WindowFixture.fx(() -> window.controller().openPaths(List.of(picture)));
    window.until(
        "it is being examined",
        () -> window.controller().open().work().examinations().totals().running() == 1);
    window.close();
    Stage second = WindowFixture.onFx(Stage::new);
    window = WindowFixture.onFx(() -> new WindowFixture(second, folder, WindowFixture.quiet()));
    window.untilOpen();
    window.untilQuiet();
    assertThat(rows().getFirst().state()).isEqualTo(ExhibitState.DONE);
    assertThat(window.controller().open().work().examinations().items())
        .allSatisfy(work -> assertThat(work.state()).isEqualTo(WorkState.DONE));
  }

  private List<ExhibitRow> rows() throws Exception {
    return window.controller().open().file().exhibits().rows();
  }
}
