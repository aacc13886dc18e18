package org.palimpsest.ui.casefile;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.tasks.Progress;

/** Long work as the window shows it: how far it is, what is in hand, and a way to stop it. */
final class Errand implements Progress {
  private final Consumer<Runnable> window;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private volatile State state = new State(0, 0, "");

  private record State(long done, long total, String message) {}

  /**
   * Work that has not begun.
   *
   * @param window hands work to the thread that owns the window
   */
  Errand(Consumer<Runnable> window) {
    this.window = window;
  }

  @Override
  public void report(long done, long total, String message) {
    state = new State(done, total, message);
    if (asked.compareAndSet(false, true)) {
      window.accept(this::show);
    }
  }

  private void show() {
    asked.set(false);
    State now = state;
    share.set(now.total() == 0 ? -1 : (double) now.done() / now.total());
    words.set(now.message());
  }

  /** Asks the work to stop after the unit in hand. */
  void cancel() {
    cancellation.request();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isRequested();
  }

  /** 0 to 1; negative while unknown. */
  ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }
}
