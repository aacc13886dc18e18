package org.palimpsest.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.settings.Messages;
import org.palimpsest.settings.Settings;
import org.palimpsest.settings.SettingsStore;
import org.palimpsest.settings.Theme;
import org.palimpsest.ui.Screenshots;
import org.palimpsest.ui.fx.FxThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class SettingsDialogTest {
  @TempDir static Path folder;
  private final List<IOException> notKept = new ArrayList<>();
  private SettingsStore store;
  private SettingsModel model;

  @Start
  void show(Stage stage) throws IOException {
    store = new SettingsStore(Files.createTempDirectory(folder, "s").resolve("settings.json"));
    model = new SettingsModel(store, Settings.initial(), notKept::add);
  }

  @Test
  void aChoiceIsInForceAndStoredAtOnceAndGermanFits(FxRobot robot) throws Exception {
    FxThread.later(
        () ->
            new SettingsDialog(new Messages(Locale.GERMAN), model, List.of("maskclip-compact"))
                .show(null));
    WaitForAsyncUtils.waitForFxEvents();
    ComboBox<?> theme = robot.lookup("#settings-theme").queryComboBox();
    robot.interact(() -> theme.getSelectionModel().select(2));
    assertThat(model.get().theme()).isEqualTo(Theme.DARK);
    ComboBox<?> device = robot.lookup("#settings-device").queryComboBox();
    robot.interact(() -> device.getSelectionModel().select(1));
    assertThat(store.load().settings())
        .isEqualTo(
            Settings.initial().withTheme(Theme.DARK).withExamination(null, null, "cpu", null));
    assertThat(theme.getScene().getRoot().lookupAll(".label"))
        .allSatisfy(label -> assertThat(((Labeled) label).isTextTruncated()).isFalse());
    robot.interact(() -> Screenshots.write("settings-german", theme.getScene()));
    robot.interact(() -> robot.lookup("Schließen").queryButton().fire());
  }

  @Test
  void whatCannotBeStoredIsSaidAndStaysInForce() throws IOException {
    Files.createDirectories(folder.resolve("s"));
    SettingsModel lost =
        new SettingsModel(
            new SettingsStore(folder.resolve("no/such/folder/settings.json")),
            Settings.initial(),
            notKept::add);
    lost.change(now -> now.withTheme(Theme.LIGHT));
    assertThat(notKept).hasSize(1);
    assertThat(lost.get().theme()).isEqualTo(Theme.LIGHT);
  }
}
