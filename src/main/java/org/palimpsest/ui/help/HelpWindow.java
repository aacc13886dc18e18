package org.palimpsest.ui.help;

import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.Look;

/** The help in a window of its own, so that it can lie beside what it explains. */
public final class HelpWindow {
  private final Stage stage = new Stage();
  private final ListView<HelpTopic> topics = new ListView<>();

  /**
   * The window, not shown yet.
   *
   * @param owner is in front of when it is closed; null for none
   */
  public HelpWindow(Messages messages, @Nullable Window owner) {
    topics.getItems().setAll(HelpTopic.values());
    topics.setCellFactory(view -> new TopicCell(messages));
    topics.setAccessibleText(messages.text("help.window.topics"));
    topics.setMinWidth(160);
    ScrollPane page = new ScrollPane();
    page.setFitToWidth(true);
    page.setFocusTraversable(true);
    topics
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, topic) -> {
              if (topic != null) {
                page.setContent(new HelpPage(topic, messages).node());
                page.setVvalue(0);
              }
            });
    SplitPane split = new SplitPane(topics, page);
    split.setDividerPositions(0.26);
    SplitPane.setResizableWithParent(topics, false);
    Scene scene = new Scene(split, 760, 620);
    Look.dress(scene);
    scene.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setTitle(messages.text("help.window.title"));
    if (owner != null) {
      stage.initOwner(owner);
    }
  }

  /** Shows a page. */
  public void show(HelpTopic topic) {
    topics.getSelectionModel().select(topic);
    stage.show();
    stage.toFront();
    topics.requestFocus();
  }

  private static final class TopicCell extends ListCell<HelpTopic> {
    private final Messages messages;

    TopicCell(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void updateItem(@Nullable HelpTopic topic, boolean empty) {
      super.updateItem(topic, empty);
      setText(empty || topic == null ? null : topic.title(messages));
    }
  }
}
