package org.palimpsest.ui.triage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.evidence.VisibleName;

/** The tags of an exhibit: a coloured dot each, the first with its name. */
final class TagDots {
  private static final double RADIUS = 4.5;
  private static final int NAMED = 1;

  private TagDots() {}

  static void put(HBox box, List<Tag> all, java.util.Set<Long> carried) {
    box.getChildren().clear();
    List<Tag> tags = all.stream().filter(tag -> carried.contains(tag.id())).toList();
    for (int i = 0; i < tags.size(); i++) {
      box.getChildren().add(dot(tags.get(i)));
      if (i < NAMED) {
        Label name = new Label(VisibleName.of(tags.get(i).name()));
        name.getStyleClass().add("tag-name");
        name.setMinWidth(0);
        box.getChildren().add(name);
      }
    }
  }

  static Node dot(Tag tag) {
    Circle dot = new Circle(RADIUS, Color.web(tag.colour()));
    dot.getStyleClass().add("tag-dot");
    dot.setAccessibleText(tag.name());
    return dot;
  }
}
