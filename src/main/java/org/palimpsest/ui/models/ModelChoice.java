package org.palimpsest.ui.models;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.BackgroundPool;

/**
 * The models of this machine and what is asked of one. What is left null is left to the model's
 * card and the machine. Used by the thread that owns the window.
 */
public final class ModelChoice {
  private final ModelRegistry registry;
  private final Function<RegisteredModel, String> words;
  private final BackgroundPool pool;
  private final Consumer<Runnable> window;
  private final ObservableList<ListedModel> models = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable InputMode> mode = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> precision = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Float> threshold = new SimpleObjectProperty<>();

  /**
   * A choice without models yet.
   *
   * @param words a model's card in plain words
   * @param usual the model that is chosen at first
   * @param pool lists and hashes models
   * @param window hands work to the thread that owns the window
   */
  public ModelChoice(
      ModelRegistry registry,
      Function<RegisteredModel, String> words,
      String usual,
      BackgroundPool pool,
      Consumer<Runnable> window) {
    this.registry = registry;
    this.words = words;
    this.pool = pool;
    this.window = window;
    chosen.set(usual);
  }

  /** Looks again at which models there are and hashes their weights, one after another. */
  public void refresh() {
    var unused =
        pool.submit(
            () -> {
              try {
                List<RegisteredModel> found = list();
                for (RegisteredModel model : found) {
                  ModelState state = verified(model);
                  window.accept(() -> arrive(model.card().name(), state));
                }
              } catch (ModelException e) {
                window.accept(() -> problem.set(e.code() + ": " + e.getMessage()));
              }
              return null;
            });
  }

  private List<RegisteredModel> list() throws ModelException {
    ModelRegistry.Listing listing = registry.list();
    List<ListedModel> listed =
        listing.models().stream()
            .map(
                model ->
                    new ListedModel(
                        model.card().name(),
                        model.card().title(),
                        model.card(),
                        words.apply(model),
                        new ModelState.Verifying()))
            .toList();
    List<String> broken =
        listing.unreadable().stream().map(e -> e.code() + ": " + e.getMessage()).toList();
    window.accept(
        () -> {
          models.setAll(listed);
          problem.set(String.join("\n", broken));
        });
    return listing.models();
  }

  private static ModelState verified(RegisteredModel model) {
    try {
      model.verify();
      return new ModelState.Verified();
    } catch (ModelException e) {
      return new ModelState.Unusable(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void arrive(String name, ModelState state) {
    for (int i = 0; i < models.size(); i++) {
      if (models.get(i).name().equals(name)) {
        models.set(i, models.get(i).with(state));
      }
    }
  }

  /** The models of this machine; read-only. */
  public ObservableList<ListedModel> models() {
    return FXCollections.unmodifiableObservableList(models);
  }

  /** What is wrong with folders that look like a model, or with all of them; empty for nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Name of the chosen model. */
  public ObjectProperty<@Nullable String> chosenProperty() {
    return chosen;
  }

  public ObjectProperty<@Nullable InputMode> modeProperty() {
    return mode;
  }

  public ObjectProperty<@Nullable String> precisionProperty() {
    return precision;
  }

  public ObjectProperty<@Nullable Float> thresholdProperty() {
    return threshold;
  }

  /** The chosen model, or null when it is not there. */
  public @Nullable ListedModel chosen() {
    return models.stream()
        .filter(model -> model.name().equals(chosen.get()))
        .findFirst()
        .orElse(null);
  }

  /** Whether an examination can be asked for. */
  public boolean isReady() {
    ListedModel model = chosen();
    return model != null && model.isUsable();
  }

  /**
   * Whether only the model's usual way is asked for, the only way in which it says more than
   * "inconclusive": its operating point was measured in that mode.
   */
  public boolean isUsualMode() {
    ListedModel model = chosen();
    return model == null || mode.get() == null || model.card().defaultMode() == mode.get();
  }

  /** What is asked for. */
  public ExaminationRequest request() {
    return new ExaminationRequest(chosen.get(), mode.get(), threshold.get(), null, precision.get());
  }
}
