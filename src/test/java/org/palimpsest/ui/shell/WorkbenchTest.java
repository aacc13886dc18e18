package org.palimpsest.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.settings.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {
  @TempDir static Path folder;

  private WindowFixture window;

  @Start
  void show(Stage stage) throws Exception {
    window =
        new WindowFixture(
            stage,
            java.nio.file.Files.createTempDirectory(folder, "window"),
            WindowFixture.quiet().withTheme(Theme.LIGHT));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void theSamplesAreOneClickAwayAndAreExamined() throws Exception {
    window.untilOpen();
    window.screenshot("empty-light");
    Button samples =
        (Button) window.controller().view().root().lookup("#open-samples");
    WindowFixture.fx(samples::fire);
    window.until("there are pictures", () -> !window.controller().view().isEmpty());
    WindowFixture.fx(window.controller()::toggleActivity);
    window.screenshot("working-light");
    window.untilQuiet();
    var rows = window.controller().open().file().exhibits().rows();
    assertThat(rows).hasSize(12).allSatisfy(row -> assertThat(row.latest()).isNotNull());
    assertThat(rows).extracting(ExhibitRow::name).contains("balls-one-regenerated.jpg");
    window.screenshot("samples-light");
    WindowFixture.fx(() -> window.controller().settingsModel().change(s -> s.withTheme(Theme.DARK)));
    window.screenshot("samples-dark");
    assertThat(window.dialogs.problems).isEmpty();
  }
}
