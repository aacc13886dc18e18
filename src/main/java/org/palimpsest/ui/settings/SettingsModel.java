package org.palimpsest.ui.settings;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.settings.Settings;
import org.palimpsest.settings.SettingsStore;

/** The settings in force. Every change is stored at once, and said when it cannot be. */
public final class SettingsModel {
  private final SettingsStore store;
  private final Consumer<IOException> notKept;
  private final ReadOnlyObjectWrapper<Settings> current;

  /**
   * A model of stored settings.
   *
   * @param notKept told when a change is in force and could not be stored
   */
  public SettingsModel(SettingsStore store, Settings loaded, Consumer<IOException> notKept) {
    this.store = store;
    this.notKept = notKept;
    current = new ReadOnlyObjectWrapper<>(loaded);
  }

  public Settings get() {
    return current.get();
  }

  public ReadOnlyObjectProperty<Settings> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Puts other settings in force and stores them. */
  public void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(current.get());
    if (next.equals(current.get())) {
      return;
    }
    current.set(next);
    try {
      store.save(next);
    } catch (IOException e) {
      notKept.accept(e);
    }
  }
}
