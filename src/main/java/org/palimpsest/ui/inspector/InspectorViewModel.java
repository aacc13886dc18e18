package org.palimpsest.ui.inspector;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseChange;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseListener;
import org.palimpsest.tasks.BackgroundPool;

/**
 * The exhibit that is looked at: read in the background, and again whenever it changes. Used by the
 * thread that owns the window.
 */
public final class InspectorViewModel implements AutoCloseable {
  private final BackgroundPool pool;
  private final Consumer<Runnable> window;
  private final Consumer<CaseException> problems;
  private final ReadOnlyObjectWrapper<@Nullable Inspection> inspection =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Inspection.@Nullable Result> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper card = new ReadOnlyStringWrapper("");
  private final Function<String, String> cards;
  private final CaseListener listener = this::changed;
  private @Nullable CaseFile file;
  private @Nullable Long exhibit;

  /**
   * Looks at nothing yet.
   *
   * @param cards a model's card in plain words, or why there is none, by the model's name; asked in
   *     the background
   * @param pool reads the case
   * @param window hands work to the thread that owns the window
   * @param problems hears what the case could not do
   */
  public InspectorViewModel(
      Function<String, String> cards,
      BackgroundPool pool,
      Consumer<Runnable> window,
      Consumer<CaseException> problems) {
    this.cards = cards;
    this.pool = pool;
    this.window = window;
    this.problems = problems;
    chosen.addListener(now -> readCard());
  }

  /** Looks into a case from now on, at no exhibit yet. */
  public void open(CaseFile next) {
    close();
    file = next;
    next.addListener(listener);
  }

  /** Looks at nothing any more. */
  @Override
  public void close() {
    if (file != null) {
      file.removeListener(listener);
    }
    file = null;
    show(null);
  }

  /** Looks at an exhibit, or at none. */
  public void show(@Nullable Long id) {
    exhibit = id;
    if (id == null || file == null) {
      arrive(null, null);
    } else {
      read(file, id);
    }
  }

  /** The exhibit with all that is known of it; null for none. */
  public ReadOnlyObjectProperty<@Nullable Inspection> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /** The examination that is shown of it; null without one. */
  public ObjectProperty<Inspection.@Nullable Result> chosenProperty() {
    return chosen;
  }

  /** The card of the shown examination's model in plain words. */
  public ReadOnlyStringProperty cardProperty() {
    return card.getReadOnlyProperty();
  }

  private void readCard() {
    Inspection.Result result = chosen.get();
    if (result == null) {
      card.set("");
      return;
    }
    String model = result.record().conditions().model();
    var unused =
        pool.submit(
            () -> {
              String words = cards.apply(model);
              window.accept(
                  () -> {
                    if (result.equals(chosen.get())) {
                      card.set(words);
                    }
                  });
              return null;
            });
  }

  private void changed(CaseChange change) {
    window.accept(
        () -> {
          if (exhibit != null && file != null && change.exhibits().contains(exhibit)) {
            read(file, exhibit);
          }
        });
  }

  private void read(CaseFile from, long id) {
    var unused =
        pool.submit(
            () -> {
              try {
                Inspection found = Inspection.of(from, id);
                window.accept(() -> arrive(id, found));
              } catch (CaseException e) {
                window.accept(() -> fail(from, e));
              }
              return null;
            });
  }

  /** Takes what was read, unless something else is looked at by now. */
  private void arrive(@Nullable Long id, @Nullable Inspection found) {
    if (id == null ? exhibit != null : !id.equals(exhibit)) {
      return;
    }
    Inspection before = inspection.get();
    Inspection.Result shown = chosen.get();
    inspection.set(found);
    if (found == null || found.results().isEmpty()) {
      chosen.set(null);
    } else {
      chosen.set(next(found, before, shown));
    }
  }

  /** The examination looked at before stays, unless the exhibit is another or a newer one came. */
  private static Inspection.Result next(
      Inspection found, @Nullable Inspection before, Inspection.@Nullable Result shown) {
    Inspection.Result newest = found.results().getFirst();
    if (before == null
        || shown == null
        || before.exhibit().row().id() != found.exhibit().row().id()
        || before.results().size() != found.results().size()) {
      return newest;
    }
    return found.results().stream()
        .filter(result -> result.id() == shown.id())
        .findFirst()
        .orElse(newest);
  }

  private void fail(CaseFile from, CaseException problem) {
    if (from.equals(file)) {
      problems.accept(problem);
    }
  }
}
