package org.palimpsest.ui.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.FxThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class ErrorDialogTest {
  private final Messages messages = new Messages(Locale.ENGLISH);
  private Dialogs dialogs;

  @Start
  void show(Stage stage) {
    dialogs = new FxDialogs(messages, () -> null);
  }

  @Test
  void aProblemIsASentenceACodeAndDetailsToCopy(FxRobot robot) {
    Problem problem =
        Problem.of("The disk is full.", "CAS-11", new IllegalStateException("No space left"));
    FxThread.later(() -> dialogs.error(problem));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("The disk is full.").tryQuery()).isPresent();
    assertThat(robot.lookup("Code CAS-11").tryQuery()).isPresent();
    Button copy = robot.lookup("Copy details").queryButton();
    robot.interact(copy::fire);
    String copied = robot.interact(() -> {}) == null ? "" : clipboard(robot);
    assertThat(copied)
        .contains("CAS-11", "The disk is full.", "No space left", "at org.palimpsest");
    robot.interact(() -> robot.lookup("Close").queryButton().fire());
  }

  private static String clipboard(FxRobot robot) {
    String[] text = {""};
    robot.interact(() -> text[0] = String.valueOf(Clipboard.getSystemClipboard().getString()));
    return text[0];
  }

  @Test
  void aQuestionIsAnsweredByTheWordOnTheButton(FxRobot robot) {
    boolean[] answer = {false};
    FxThread.later(() -> answer[0] = dialogs.confirm("Cancel", "Cancel all?", "Cancel them"));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> robot.lookup("Cancel them").queryButton().fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(answer[0]).isTrue();
  }
}
