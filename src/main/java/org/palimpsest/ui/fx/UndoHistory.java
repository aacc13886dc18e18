package org.palimpsest.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What the examiner did, in order, across all parts of the window, to be taken back and done again.
 * Doing something new forgets what had been taken back. Used on the FX thread.
 */
public final class UndoHistory {
  private static final int KEPT = 500;

  /** Something that was done and can be taken back. */
  public interface Change {
    /** What was done, in words that can follow <em>Undo:</em>. */
    String name();

    /** Takes it back. */
    void undo();

    /** Does it again after it was taken back. */
    void redo();
  }

  private final Deque<Change> done = new ArrayDeque<>();
  private final Deque<Change> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");

  /** Remembers something that has just been done. */
  public void done(Change change) {
    undone.clear();
    done.push(change);
    if (done.size() > KEPT) {
      done.removeLast();
    }
    name();
  }

  /** Does something and remembers it. */
  public void perform(Change change) {
    change.redo();
    done(change);
  }

  /** Takes the last thing back; nothing where there is none. What fails stays as it was. */
  public void undo() {
    if (!done.isEmpty()) {
      Change change = done.getFirst();
      change.undo();
      undone.push(done.pop());
      name();
    }
  }

  /** Does again what was taken back last. */
  public void redo() {
    if (!undone.isEmpty()) {
      Change change = undone.getFirst();
      change.redo();
      done.push(undone.pop());
      name();
    }
  }

  /** Forgets everything, as when another case is opened. */
  public void clear() {
    done.clear();
    undone.clear();
    name();
  }

  /** What {@link #undo} would take back; empty when there is nothing. */
  public ReadOnlyStringProperty undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  /** What {@link #redo} would do again; empty when there is nothing. */
  public ReadOnlyStringProperty redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }

  private void name() {
    undoName.set(done.isEmpty() ? "" : done.getFirst().name());
    redoName.set(undone.isEmpty() ? "" : undone.getFirst().name());
  }
}
