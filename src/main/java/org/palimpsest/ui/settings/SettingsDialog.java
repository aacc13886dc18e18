package org.palimpsest.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.Languages;
import org.palimpsest.settings.Messages;
import org.palimpsest.settings.Settings;
import org.palimpsest.settings.Theme;
import org.palimpsest.ui.dialogs.Sheets;

/** The settings as a form. Looks change at once; the language with the next start. */
public final class SettingsDialog {
  private final Messages messages;
  private final SettingsModel model;
  private final List<String> models;
  private final GridPane form = new GridPane();
  private int row;

  /**
   * A form.
   *
   * @param models names of the models there are
   */
  public SettingsDialog(Messages messages, SettingsModel model, List<String> models) {
    this.messages = messages;
    this.model = model;
    this.models = List.copyOf(models);
  }

  /** Shows the form until it is closed. */
  public void show(@Nullable Window owner) {
    form.setHgap(16);
    form.setVgap(12);
    Settings now = model.get();
    choice(
        "settings.theme",
        List.of(Theme.values()),
        now.theme(),
        theme -> messages.text("settings.theme." + theme.name().toLowerCase(Locale.ROOT)),
        theme -> model.change(settings -> settings.withTheme(Objects.requireNonNull(theme))));
    choice(
        "settings.language",
        Languages.ALL.stream().map(Locale::toLanguageTag).toList(),
        now.language(),
        tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag)),
        tag -> model.change(settings -> settings.withLanguage(tag)));
    note("settings.language.note");
    text(
        "settings.examiner",
        now.examiner(),
        name -> model.change(settings -> settings.withExaminer(name)));
    CheckBox arrival = new CheckBox(messages.text("settings.arrival.text"));
    arrival.setSelected(now.examineOnArrival());
    arrival
        .selectedProperty()
        .addListener(
            (property, was, is) -> model.change(settings -> settings.withExamineOnArrival(is)));
    form.add(arrival, 1, row++);
    choice(
        "settings.model",
        models,
        now.model(),
        name -> name,
        chosen -> examine(choices().withModel(chosen)));
    choice(
        "settings.mode",
        List.of("whole", "tiles"),
        now.mode(),
        mode -> messages.text("settings.mode." + mode),
        chosen -> examine(choices().withMode(chosen)));
    choice(
        "settings.device",
        List.of("cpu", "gpu:0"),
        now.device(),
        device -> device,
        chosen -> examine(choices().withDevice(chosen)));
    choice(
        "settings.precision",
        List.of("fp32", "bf16"),
        now.precision(),
        precision -> precision,
        chosen -> examine(choices().withPrecision(chosen)));
    note("settings.examination.note");
    Dialog<ButtonType> dialog = Sheets.sheet(owner, messages.text("settings.dialog.title"), form);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE));
    dialog.showAndWait();
  }

  /** How examinations are to be done, null where card and machine decide. */
  private record Choices(
      @Nullable String model,
      @Nullable String mode,
      @Nullable String device,
      @Nullable String precision) {
    Choices withModel(@Nullable String next) {
      return new Choices(next, mode, device, precision);
    }

    Choices withMode(@Nullable String next) {
      return new Choices(model, next, device, precision);
    }

    Choices withDevice(@Nullable String next) {
      return new Choices(model, mode, next, precision);
    }

    Choices withPrecision(@Nullable String next) {
      return new Choices(model, mode, device, next);
    }
  }

  private Choices choices() {
    Settings now = model.get();
    return new Choices(now.model(), now.mode(), now.device(), now.precision());
  }

  private void examine(Choices next) {
    model.change(
        settings ->
            settings.withExamination(next.model(), next.mode(), next.device(), next.precision()));
  }

  /** A value with its words; null leaves it open. */
  private record Choice<T>(@Nullable T value, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  /** Offers values; those that may be left open have "automatic" as the first. */
  private <T> void choice(
      String key,
      List<T> values,
      @Nullable T now,
      Function<T, String> words,
      Consumer<@Nullable T> chosen) {
    boolean open = !key.equals("settings.theme");
    ComboBox<Choice<T>> box = new ComboBox<>();
    if (open) {
      box.getItems().add(new Choice<>(null, messages.text(key + ".automatic")));
    }
    values.forEach(value -> box.getItems().add(new Choice<>(value, words.apply(value))));
    box.getItems().stream()
        .filter(choice -> Objects.equals(choice.value(), now))
        .findFirst()
        .ifPresent(box::setValue);
    box.valueProperty().addListener((property, was, is) -> chosen.accept(is.value()));
    box.setMaxWidth(Double.MAX_VALUE);
    line(key, box);
  }

  private void text(String key, @Nullable String now, Consumer<@Nullable String> changed) {
    TextField field = new TextField(now == null ? "" : now);
    field.setPromptText(messages.text(key + ".automatic"));
    // Stored when left, not at every letter.
    field
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                changed.accept(field.getText().isBlank() ? null : field.getText().strip());
              }
            });
    line(key, field);
  }

  private void line(String key, Control control) {
    Label label = new Label(messages.text(key + ".label"));
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    control.setAccessibleText(label.getText());
    control.setId(key.replace('.', '-'));
    GridPane.setHgrow(control, Priority.ALWAYS);
    form.add(label, 0, row);
    form.add(control, 1, row++);
  }

  private void note(String key) {
    Label note = new Label(messages.text(key));
    note.getStyleClass().add("text-muted");
    note.setWrapText(true);
    note.setPrefWidth(320);
    note.setMinHeight(Region.USE_PREF_SIZE);
    form.add(note, 1, row++);
  }
}
