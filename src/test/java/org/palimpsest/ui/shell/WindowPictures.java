package org.palimpsest.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.settings.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pictures of the README: {@code mvn test -Dtest=WindowPictures}, in target/screenshots. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class WindowPictures {
  private static final List<String> SHOWN =
      List.of("alley-regenerated.jpg", "balls-one-regenerated.jpg", "lake.jpg");

  @TempDir static Path folder;
  private WindowFixture window;

  @Start
  void show(Stage stage) throws Exception {
    window = new WindowFixture(stage, folder, WindowFixture.quiet().withTheme(Theme.LIGHT));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void lightAndDark() throws Exception {
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    for (String name : SHOWN) {
      Files.copy(WindowFixture.SAMPLES.resolve(name), pictures.resolve(name));
    }
    window.untilOpen();
    WindowFixture.fx(() -> window.controller().openPaths(List.of(pictures)));
    window.until(
        "they are listed",
        () -> window.controller().features().listModel().rows().size() == SHOWN.size());
    window.untilQuiet();
    WindowFixture.fx(
        () -> {
          var list = window.controller().features().listModel();
          list.rows().stream()
              .filter(row -> row.name().startsWith("balls"))
              .findFirst()
              .ifPresent(row -> list.selection().only(row.id()));
        });
    Thread.sleep(4_000);
    window.screenshot("window-light");
    WindowFixture.fx(
        () -> window.controller().settingsModel().change(now -> now.withTheme(Theme.DARK)));
    Thread.sleep(1_500);
    window.screenshot("window-dark");
  }
}
