package org.palimpsest.ui.help;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Messages;

/**
 * A few cards laid over the window, each beside the part it speaks of. Escape or Skip ends it; it
 * blocks nothing, so a person may do what a card says while it is there.
 */
public final class Tour {
  private static final double WIDTH = 340;
  private static final double GAP = 16;

  private final Pane layer;
  private final List<Stop> stops;
  private final Messages messages;
  private final Runnable ended;
  private final VBox card = new VBox();
  private int at;
  private @Nullable Node marked;

  /**
   * A stop of the tour.
   *
   * @param key names the words, {@code help.tour.KEY.title} and {@code .text}
   * @param target the part of the window it speaks of; null for the whole
   */
  public record Stop(String key, Supplier<@Nullable Node> target) {}

  /**
   * A tour that has not begun.
   *
   * @param layer lies over the window
   * @param ended called once, however it ends
   */
  public Tour(Pane layer, List<Stop> stops, Messages messages, Runnable ended) {
    this.layer = layer;
    this.stops = List.copyOf(stops);
    this.messages = messages;
    this.ended = ended;
    layer.setPickOnBounds(false);
    card.getStyleClass().add("tour-card");
    card.setPrefWidth(WIDTH);
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
          }
        });
  }

  /** Shows the first card. */
  public void begin() {
    layer.getChildren().setAll(card);
    show(0);
  }

  public boolean isOver() {
    return !layer.getChildren().contains(card);
  }

  private void show(int index) {
    at = index;
    Stop stop = stops.get(index);
    Label title = new Label(messages.text("help.tour." + stop.key() + ".title"));
    title.getStyleClass().add("headline");
    Label text = new Label(messages.text("help.tour." + stop.key() + ".text"));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button next =
        new Button(
            messages.text(
                index == stops.size() - 1 ? "help.tour.finish.text" : "help.tour.next.text"));
    next.getStyleClass().add("accent");
    next.setDefaultButton(true);
    next.setOnAction(event -> forward());
    Button skip = new Button(messages.text("help.tour.skip.text"));
    skip.getStyleClass().add("flat");
    skip.setOnAction(event -> end());
    Label count = new Label(messages.text("help.tour.count.text", index + 1, stops.size()));
    count.getStyleClass().add("text-muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, count, space, skip, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    card.getChildren().setAll(title, text, buttons);
    card.setAccessibleText(title.getText() + " " + text.getText());
    place(stop.target().get());
    next.requestFocus();
  }

  private void place(@Nullable Node target) {
    unmark();
    card.applyCss();
    card.autosize();
    double width = WIDTH;
    double height = card.prefHeight(WIDTH);
    double x = (layer.getWidth() - width) / 2;
    double y = (layer.getHeight() - height) / 2;
    if (target != null && target.getScene() != null) {
      marked = target;
      target.getStyleClass().add("tour-target");
      Bounds bounds = layer.sceneToLocal(target.localToScene(target.getLayoutBounds()));
      x = bounds.getCenterX() - width / 2;
      y = bounds.getCenterY() - height / 2;
    }
    card.resizeRelocate(
        Math.clamp(x, GAP, Math.max(GAP, layer.getWidth() - width - GAP)),
        Math.clamp(y, GAP, Math.max(GAP, layer.getHeight() - height - GAP)),
        width,
        height);
  }

  private void unmark() {
    if (marked != null) {
      marked.getStyleClass().remove("tour-target");
      marked = null;
    }
  }

  private void forward() {
    if (at + 1 < stops.size()) {
      show(at + 1);
    } else {
      end();
    }
  }

  /** Ends the tour; a second call does nothing. */
  public void end() {
    if (!isOver()) {
      unmark();
      layer.getChildren().remove(card);
      ended.run();
    }
  }
}
