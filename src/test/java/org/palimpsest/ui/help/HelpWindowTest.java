package org.palimpsest.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palimpsest.settings.Languages;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.Screenshots;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HelpWindowTest {
  @Start
  void show(Stage stage) {}

  @Test
  void everyPageIsThereInEveryLanguage(FxRobot robot) {
    for (Locale language : Languages.ALL) {
      Messages messages = new Messages(language);
      for (HelpTopic topic : HelpTopic.values()) {
        robot.interact(() -> new HelpWindow(messages, null).show(topic));
        Scene scene = newest();
        assertThat(scene.getRoot().lookupAll(".help-title"))
            .anySatisfy(
                node -> assertThat(((Label) node).getText()).isEqualTo(topic.title(messages)));
        robot.interact(() -> scene.getWindow().hide());
      }
    }
  }

  @Test
  void itSaysWhatTheMethodCannotSee(FxRobot robot) throws Exception {
    robot.interact(() -> new HelpWindow(new Messages(Locale.ENGLISH), null).show(HelpTopic.LIMITS));
    Scene scene = newest();
    assertThat(scene.getRoot().lookupAll(".label"))
        .extracting(node -> ((Label) node).getText())
        .anySatisfy(text -> assertThat(text).contains("never means that a picture is unedited"));
    robot.interact(() -> {});
    robot.interact(() -> Screenshots.write("help-limits", scene));
    robot.interact(() -> scene.getWindow().hide());
  }

  @Test
  void theSheetShowsEveryKeyItIsGiven(FxRobot robot) {
    List<ShortcutSheet.Group> groups =
        List.of(
            new ShortcutSheet.Group(
                "Everywhere", List.of(new ShortcutSheet.Shortcut("Ctrl+O", "Open pictures"))));
    robot.interact(() -> ShortcutSheet.show(null, groups, new Messages(Locale.ENGLISH)));
    Scene scene = newest();
    assertThat(scene.getRoot().lookupAll(".label"))
        .extracting(node -> ((Label) node).getText())
        .contains("Everywhere", "Ctrl+O", "Open pictures");
    robot.interact(() -> scene.getWindow().hide());
  }

  private static Scene newest() {
    List<Window> windows = Window.getWindows();
    return windows.getLast().getScene();
  }
}
