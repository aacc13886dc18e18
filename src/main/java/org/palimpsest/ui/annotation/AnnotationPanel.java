package org.palimpsest.ui.annotation;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.settings.Messages;

/** The annotations of the exhibit as a list, with the words of the chosen one. */
final class AnnotationPanel extends VBox {
  private final AnnotationModel model;
  private final Messages messages;
  private final ListView<Mark> list = new ListView<>();
  private final TextField label = new TextField();
  private final TextArea note = new TextArea();
  private final VBox words;
  private final ListChangeListener<Mark> follower = change -> select();
  private ObservableList<Mark> followed = FXCollections.emptyObservableList();
  private @Nullable Mark shown;
  private boolean following;

  AnnotationPanel(AnnotationModel model, Messages messages) {
    super(8);
    this.model = model;
    this.messages = messages;
    getStyleClass().add("annotation-panel");
    Label title = new Label(messages.text("annotation.panel.title"));
    title.getStyleClass().add("annotation-title");
    Label none = new Label(messages.text("annotation.panel.none"));
    none.setWrapText(true);
    none.getStyleClass().add("annotation-none");
    list.setId("annotation-list");
    list.setPlaceholder(none);
    list.setAccessibleText(messages.text("annotation.panel.title"));
    list.setCellFactory(view -> new Row());
    VBox.setVgrow(list, Priority.ALWAYS);
    label.setId("annotation-label");
    label.setPromptText(messages.text("annotation.label.prompt"));
    label.setAccessibleText(messages.text("annotation.label.prompt"));
    note.setId("annotation-note");
    note.setPromptText(messages.text("annotation.note.prompt"));
    note.setAccessibleText(messages.text("annotation.note.prompt"));
    note.setWrapText(true);
    note.setPrefRowCount(4);
    words =
        new VBox(8, small("annotation.label.title"), label, small("annotation.note.title"), note);
    words.getStyleClass().add("annotation-words");
    getChildren().addAll(title, list, words);
    label.setOnAction(event -> keepWords());
    label.focusedProperty().subscribe(focused -> keepUnless(focused));
    note.focusedProperty().subscribe(focused -> keepUnless(focused));
    model.sheetProperty().subscribe(this::open);
    model.selectedProperty().subscribe(mark -> show(mark));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            mark -> {
              if (mark != null && !following) {
                model.select(mark);
              }
            });
  }

  private Label small(String key) {
    Label words = new Label(messages.text(key));
    words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return words;
  }

  private void keepUnless(boolean focused) {
    if (!focused) {
      keepWords();
    }
  }

  private void keepWords() {
    Mark selected = model.selectedProperty().get();
    if (selected != null && selected.equals(shown) && !following) {
      model.change(
          selected,
          selected.withWords(label.getText().strip(), note.getText().strip()),
          messages.text("annotation.done.words"));
    }
  }

  private void open(@Nullable AnnotationSheet sheet) {
    followed.removeListener(follower);
    followed = sheet == null ? FXCollections.observableArrayList() : sheet.marks();
    followed.addListener(follower);
    following = true;
    list.setItems(followed);
    following = false;
    select();
  }

  private void show(@Nullable Mark mark) {
    words.setDisable(mark == null);
    following = true;
    Mark before = shown;
    // What is being typed stays while the annotation's own words do.
    boolean sameWords =
        mark != null
            && before != null
            && mark.key() == before.key()
            && mark.draft().label().equals(before.draft().label())
            && mark.draft().note().equals(before.draft().note());
    if (!sameWords) {
      label.setText(mark == null ? "" : mark.draft().label());
      note.setText(mark == null ? "" : mark.draft().note());
    }
    shown = mark;
    following = false;
    select();
  }

  private void select() {
    Mark mark = model.selectedProperty().get();
    following = true;
    if (mark == null || !list.getItems().contains(mark)) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(mark);
    }
    following = false;
  }

  /** Puts the caret into the label, its words chosen, to be typed over. */
  void editLabel() {
    label.requestFocus();
    label.selectAll();
  }

  private final class Row extends ListCell<Mark> {
    @Override
    protected void updateItem(@Nullable Mark mark, boolean empty) {
      super.updateItem(mark, empty);
      if (empty || mark == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      Circle dot = new Circle(5, Color.web(mark.draft().colour()));
      dot.setStroke(Color.gray(0.5));
      setGraphic(dot);
      String kind = messages.text("annotation.kind." + kind(mark.shape()));
      setText(mark.draft().label().isEmpty() ? kind : mark.draft().label() + " · " + kind);
    }
  }

  private static String kind(Shape shape) {
    return shape.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
