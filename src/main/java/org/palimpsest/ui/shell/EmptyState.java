package org.palimpsest.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.geometry.Pos;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.palimpsest.settings.Messages;

/** What a window without pictures says: how to bring some in. */
final class EmptyState {
  private final StackPane root = new StackPane();

  EmptyState(Messages messages, WorkbenchCommands commands) {
    FontIcon icon = new FontIcon(MaterialDesignI.IMAGE_SEARCH_OUTLINE);
    icon.getStyleClass().add("big");
    Label headline = wrapped(messages.text("shell.empty.prompt"), "headline");
    Label explanation = wrapped(messages.text("shell.empty.explanation"), "explanation");
    Button samples = commands.samples().button();
    samples.setId("open-samples");
    samples.getStyleClass().add("accent");
    FlowPane buttons =
        new FlowPane(
            8, 8, samples, commands.openFiles().button(), commands.openFolder().button());
    buttons.setAlignment(Pos.CENTER);
    VBox card = new VBox(icon, headline, explanation, buttons);
    card.getStyleClass().add("card");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    root.getStyleClass().add("empty-state");
    root.getChildren().add(card);
  }

  private static Label wrapped(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  Node node() {
    return root;
  }
}
