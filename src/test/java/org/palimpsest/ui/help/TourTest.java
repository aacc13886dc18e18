package org.palimpsest.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.Look;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class TourTest {
  private final Messages messages = new Messages(Locale.ENGLISH);
  private final AtomicInteger ended = new AtomicInteger();
  private final Label target = new Label("The list");
  private Tour tour;

  @Start
  void show(Stage stage) {
    Pane layer = new Pane();
    Scene scene = new Scene(new StackPane(target, layer), 800, 600);
    Look.dress(scene);
    stage.setScene(scene);
    stage.show();
    tour =
        new Tour(
            layer,
            List.of(
                new Tour.Stop("welcome", () -> null),
                new Tour.Stop("list", () -> target),
                new Tour.Stop("limits", () -> null)),
            messages,
            ended::incrementAndGet);
  }

  @Test
  void itLeadsFromCardToCardAndMarksWhatItSpeaksOf(FxRobot robot) {
    robot.interact(tour::begin);
    assertThat(robot.lookup("Welcome").tryQuery()).isPresent();
    assertThat(robot.lookup("1 of 3").tryQuery()).isPresent();
    robot.interact(() -> button(robot, "Next").fire());
    assertThat(robot.lookup("The most suspect first").tryQuery()).isPresent();
    assertThat(target.getStyleClass()).contains("tour-target");
    robot.interact(() -> button(robot, "Next").fire());
    assertThat(target.getStyleClass()).doesNotContain("tour-target");
    robot.interact(() -> button(robot, "Finish").fire());
    assertThat(tour.isOver()).isTrue();
    assertThat(ended).hasValue(1);
  }

  @Test
  void itIsSkippedByButtonOrKeyAndEndsOnce(FxRobot robot) {
    robot.interact(tour::begin);
    robot.interact(() -> button(robot, "Skip").fire());
    assertThat(tour.isOver()).isTrue();
    robot.interact(tour::begin);
    robot.type(KeyCode.ESCAPE);
    assertThat(tour.isOver()).isTrue();
    robot.interact(tour::end);
    assertThat(ended).hasValue(2);
  }

  private static Button button(FxRobot robot, String text) {
    return robot.lookup(text).queryButton();
  }
}
