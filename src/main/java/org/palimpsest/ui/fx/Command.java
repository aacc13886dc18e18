package org.palimpsest.ui.fx;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something a person can have done, from a menu, a button or the keyboard: one text, one key, one
 * place that says whether it can be done now.
 */
public final class Command {
  private final StringProperty text;
  private final @Nullable Ikon icon;
  private final @Nullable KeyCombination key;
  private final Runnable action;
  private final BooleanProperty disabled = new SimpleBooleanProperty();

  /**
   * A command.
   *
   * @param key such as {@code Shortcut+O}; null for none
   */
  public Command(String text, @Nullable Ikon icon, @Nullable String key, Runnable action) {
    this.text = new SimpleStringProperty(text);
    this.icon = icon;
    this.key = key == null ? null : KeyCombination.valueOf(key);
    this.action = action;
  }

  public StringProperty textProperty() {
    return text;
  }

  public @Nullable KeyCombination key() {
    return key;
  }

  public BooleanProperty disabledProperty() {
    return disabled;
  }

  /** Does it, unless it cannot be done now. */
  public void fire() {
    if (!disabled.get()) {
      action.run();
    }
  }

  /** An entry of a menu. */
  public MenuItem menuItem() {
    MenuItem item = new MenuItem();
    item.textProperty().bind(text);
    if (icon != null) {
      item.setGraphic(new FontIcon(icon));
    }
    item.setAccelerator(key);
    item.disableProperty().bind(disabled);
    item.setOnAction(event -> fire());
    return item;
  }

  /** A button with the icon alone; the text is its tooltip and what a screen reader says. */
  public Button iconButton() {
    Button button = new Button();
    button.setGraphic(icon == null ? null : new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    name(button);
    return button;
  }

  /** A button with icon and text. */
  public Button button() {
    Button button = new Button();
    button.textProperty().bind(text);
    button.setGraphic(icon == null ? null : new FontIcon(icon));
    name(button);
    return button;
  }

  private void name(Button button) {
    button.accessibleTextProperty().bind(text);
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(text.map(words -> key == null ? words : words + "  " + key.getDisplayText()));
    button.setTooltip(tip);
    button.disableProperty().bind(disabled);
    button.setOnAction(event -> fire());
  }
}
