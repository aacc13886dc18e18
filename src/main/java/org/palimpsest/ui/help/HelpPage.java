package org.palimpsest.ui.help;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.palimpsest.settings.Messages;

/** A page laid out. */
final class HelpPage {
  private final VBox root = new VBox();

  HelpPage(HelpTopic topic, Messages messages) {
    root.getStyleClass().add("help-page");
    root.getChildren().add(styled(topic.title(messages), "help-title"));
    for (String paragraph : topic.text(messages).split("\n\n")) {
      root.getChildren().add(node(paragraph.strip()));
    }
  }

  private static Node node(String paragraph) {
    if (paragraph.startsWith("# ")) {
      return styled(paragraph.substring(2), "help-heading");
    }
    if (paragraph.startsWith("- ")) {
      Label point = text(paragraph.substring(2));
      HBox.setHgrow(point, Priority.ALWAYS);
      Label bullet = new Label("•");
      bullet.setMinWidth(Region.USE_PREF_SIZE);
      return new HBox(8, bullet, point);
    }
    return text(paragraph);
  }

  private static Label styled(String words, String style) {
    Label label = text(words);
    label.getStyleClass().add(style);
    return label;
  }

  private static Label text(String words) {
    Label label = new Label(words.replace('\n', ' '));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  Node node() {
    return root;
  }
}
