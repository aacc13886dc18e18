package org.palimpsest.ui.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.InputMode;
import org.palimpsest.settings.Messages;

/** The models at the left, the card of the chosen one at the right, how it examines below. */
public final class ModelChoiceView {
  private final Messages messages;
  private final ModelChoice choice;
  private final ListView<ListedModel> list = new ListView<>();
  private final Label card = new Label();
  private final Label warning = new Label();
  private final BorderPane root = new BorderPane();

  /** The view of a choice; it looks for the models at once. */
  public ModelChoiceView(Messages messages, ModelChoice choice) {
    this.messages = messages;
    this.choice = choice;
    list.setItems(choice.models());
    list.setCellFactory(view -> new ModelCell());
    list.setPrefWidth(240);
    list.getStyleClass().add("dense");
    list.setAccessibleText(messages.text("models.list.accessible"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            model -> {
              if (model != null) {
                choice.chosenProperty().set(model.name());
                show();
              }
            });
    choice.models().subscribe(this::select);
    card.getStyleClass().add("card-words");
    card.setWrapText(true);
    card.setMinHeight(Region.USE_PREF_SIZE);
    ScrollPane cards = new ScrollPane(card);
    cards.setFitToWidth(true);
    cards.setPrefSize(460, 320);
    root.getStyleClass().add("model-choice");
    root.getStylesheets().add("org/palimpsest/ui/models/models.css");
    root.setLeft(list);
    root.setCenter(cards);
    root.setBottom(controls());
    choice.modeProperty().subscribe(this::show);
    choice.problemProperty().subscribe(this::show);
    choice.refresh();
  }

  /** The whole view, to be put into a dialog or a window. */
  public Node node() {
    return root;
  }

  private void select() {
    ListedModel chosen = choice.chosen();
    if (chosen != null && !chosen.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(chosen);
    }
    show();
  }

  private void show() {
    ListedModel chosen = choice.chosen();
    card.setText(chosen == null ? "" : chosen.words());
    String text = choice.problemProperty().get();
    if (chosen == null && !choice.models().isEmpty()) {
      text = messages.text("models.gone.text", String.valueOf(choice.chosenProperty().get()));
    } else if (chosen != null && chosen.state() instanceof ModelState.Unusable unusable) {
      text = unusable.code() + ": " + unusable.reason();
    } else if (!choice.isUsualMode()) {
      text = messages.text("models.mode.unmeasured");
    }
    warning.setText(VisibleName.of(text));
    warning.setVisible(!text.isEmpty());
    warning.setManaged(!text.isEmpty());
  }

  private Node controls() {
    ComboBox<InputMode> mode =
        box(
            "mode",
            Arrays.asList(null, InputMode.TILES, InputMode.WHOLE),
            value -> value == null ? "usual" : value.name().toLowerCase(Locale.ROOT),
            choice.modeProperty());
    ComboBox<String> precision =
        box(
            "precision",
            Arrays.asList(null, "fp32", "bf16"),
            value -> value == null ? "usual" : value,
            choice.precisionProperty());
    TextField threshold = new TextField();
    threshold.setId("model-threshold");
    threshold.setPromptText(messages.text("models.threshold.usual"));
    threshold.setPrefColumnCount(8);
    threshold.setAccessibleText(messages.text("models.threshold.text"));
    threshold.textProperty().subscribe(text -> takeThreshold(threshold, text));
    warning.setWrapText(true);
    warning.setMinHeight(Region.USE_PREF_SIZE);
    warning.getStyleClass().add("model-warning");
    warning.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    HBox line =
        new HBox(
            8,
            new Label(messages.text("models.mode.text")),
            mode,
            new Label(messages.text("models.precision.text")),
            precision,
            new Label(messages.text("models.threshold.text")),
            threshold);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, line, warning);
    box.getStyleClass().add("model-controls");
    return box;
  }

  /** Takes a threshold between 0 and 1; anything else is marked and leaves the model's own. */
  private void takeThreshold(TextField field, String text) {
    Float value = null;
    boolean wrong = false;
    if (!text.isBlank()) {
      try {
        float number = Float.parseFloat(text.strip().replace(',', '.'));
        wrong = !(number >= 0 && number <= 1);
        value = wrong ? null : Float.valueOf(number);
      } catch (NumberFormatException e) {
        wrong = true;
      }
    }
    field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), wrong);
    choice.thresholdProperty().set(value);
  }

  private <T> ComboBox<T> box(
      String key, List<T> values, Function<@Nullable T, String> word, Property<T> property) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("model-" + key);
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return messages.text("models." + key + "." + word.apply(value));
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not typed into");
          }
        });
    box.setAccessibleText(messages.text("models." + key + ".text"));
    box.valueProperty().bindBidirectional(property);
    return box;
  }

  /** A model with its state as sign and words. */
  private final class ModelCell extends ListCell<ListedModel> {
    @Override
    protected void updateItem(@Nullable ListedModel model, boolean empty) {
      super.updateItem(model, empty);
      if (model == null || empty) {
        setGraphic(null);
        return;
      }
      Label name = new Label(VisibleName.of(model.name()));
      name.getStyleClass().add("model-name");
      Label state = new Label();
      state.getStyleClass().add("text-muted");
      switch (model.state()) {
        case ModelState.Verifying verifying -> {
          state.setGraphic(new FontIcon(MaterialDesignP.PROGRESS_CLOCK));
          state.setText(messages.text("models.state.verifying"));
        }
        case ModelState.Verified verified -> {
          state.setGraphic(new FontIcon(MaterialDesignS.SHIELD_CHECK_OUTLINE));
          state.setText(messages.text("models.state.verified"));
        }
        case ModelState.Unusable unusable -> {
          state.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
          state.setText(messages.text("models.state.unusable", unusable.code()));
        }
      }
      String points =
          messages.text(
              model.card().operatingPoints().isEmpty()
                  ? "models.points.none"
                  : "models.points.measured");
      Label point = new Label(points);
      point.getStyleClass().add("text-muted");
      setGraphic(new VBox(2, name, state, point));
    }
  }
}
