package org.palimpsest.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.Command;

/** The line at the bottom: how far the work is, on what device, with how much memory. */
final class StatusBar {
  private static final double MIB = 1 << 20;

  private final Messages messages;
  private final HBox root = new HBox();
  private final Label arrivals = new Label();
  private final Label queue = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label device = new Label();
  private final Label memory = new Label();

  StatusBar(Messages messages, Command activity) {
    this.messages = messages;
    root.getStyleClass().add("status-line");
    root.setId("status-line");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button details = activity.iconButton();
    details.setId("activity-button");
    arrivals.setGraphic(new FontIcon(MaterialDesignI.IMAGE_PLUS));
    named(device, MaterialDesignC.CHIP, "shell.status.device");
    named(memory, MaterialDesignM.MEMORY, "shell.status.memory-name");
    bar.setAccessibleText(messages.text("activity.bar.name"));
    queue.setMinWidth(Region.USE_PREF_SIZE);
    root.getChildren().setAll(details, queue, bar, arrivals, space, device, memory);
    showArrivals("");
    showDevice("");
    Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> showMemory()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
    root.sceneProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                clock.stop();
              }
            });
    showMemory();
  }

  private void named(Label label, Ikon icon, String key) {
    label.setGraphic(new FontIcon(icon));
    label.setTooltip(new Tooltip(messages.text(key)));
    label.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Follows a queue. */
  void follow(ObservableValue<String> summary, ObservableValue<Number> share) {
    queue.textProperty().bind(summary);
    bar.progressProperty().bind(share);
    bar.visibleProperty().bind(bar.progressProperty().lessThan(1));
  }

  void followNothing() {
    queue.textProperty().unbind();
    queue.setText("");
    bar.visibleProperty().unbind();
    bar.setVisible(false);
  }

  /** How many files are still to be read; empty text when none. */
  void showArrivals(String words) {
    arrivals.setText(words);
    arrivals.setVisible(!words.isEmpty());
    arrivals.setManaged(!words.isEmpty());
  }

  void showDevice(String words) {
    device.setText(words.isEmpty() ? messages.text("shell.status.no-model") : words);
  }

  private void showMemory() {
    Runtime runtime = Runtime.getRuntime();
    double used = runtime.totalMemory() - runtime.freeMemory();
    memory.setText(
        messages.text("shell.status.memory", used / MIB, runtime.maxMemory() / MIB));
  }

  Node node() {
    return root;
  }
}
