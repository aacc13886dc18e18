package org.palimpsest.ui.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Annotation;
import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.fx.UndoHistory;

/** What is drawn on the exhibit that is shown, with what, and what is chosen. FX thread only. */
public final class AnnotationModel {
  /** Eight colours that differ for colour-blind eyes too (Okabe and Ito 2008), black as white. */
  static final List<String> COLOURS =
      List.of(
          "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#ffffff");

  private final UndoHistory history;
  private final BackgroundPool writer;
  private final Consumer<Runnable> fxThread;
  private final Consumer<Throwable> failed;
  private final Map<Long, AnnotationSheet> sheets = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable AnnotationSheet> sheet =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Mark> selected = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.SELECT);
  private final ObjectProperty<String> colour = new SimpleObjectProperty<>(COLOURS.get(0));
  private final DoubleProperty brush = new SimpleDoubleProperty(12);
  private long lastKey;
  private @Nullable AnnotationStore store;

  /**
   * Nothing to draw on yet.
   *
   * @param history of everything the examiner does
   * @param writer a pool with one thread, so that changes reach the case in their order
   * @param fxThread runs what it is given on the FX thread
   * @param failed told, on the FX thread, when a change could not be kept
   */
  public AnnotationModel(
      UndoHistory history,
      BackgroundPool writer,
      Consumer<Runnable> fxThread,
      Consumer<Throwable> failed) {
    this.history = history;
    this.writer = writer;
    this.fxThread = fxThread;
    this.failed = failed;
  }

  // Properties

  ReadOnlyObjectProperty<@Nullable AnnotationSheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  @Nullable AnnotationSheet sheet() {
    return sheet.get();
  }

  ReadOnlyObjectProperty<@Nullable Mark> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /** Colour of what is drawn next, as {@code #rrggbb}. */
  public ObjectProperty<String> colourProperty() {
    return colour;
  }

  /** Radius of the brush, in pixels of the original. */
  public DoubleProperty brushProperty() {
    return brush;
  }

  public UndoHistory history() {
    return history;
  }

  /** Changes that have not reached the case, over all exhibits. */
  public int unwritten() {
    return sheets.values().stream().mapToInt(each -> each.writer().unwritten()).sum();
  }

  // Commands

  /**
   * Shows the annotations of an exhibit.
   *
   * @param annotations of the case the exhibit is in
   * @param width pixels of the upright picture
   */
  public void open(AnnotationStore annotations, long exhibit, int width, int height) {
    if (annotations != store) {
      sheets.clear();
      store = annotations;
    }
    select(null);
    AnnotationSheet known = sheets.get(exhibit);
    if (known == null) {
      SheetWriter keeping =
          new SheetWriter(
              annotations, exhibit, writer, e -> fxThread.accept(() -> failed.accept(e)));
      AnnotationSheet opened = new AnnotationSheet(exhibit, width, height, keeping);
      sheets.put(exhibit, opened);
      Future<?> unused = writer.submit(() -> load(annotations, opened));
      known = opened;
    }
    sheet.set(known);
  }

  /** Nothing is shown that could be drawn on. */
  public void close() {
    select(null);
    sheet.set(null);
  }

  private int load(AnnotationStore annotations, AnnotationSheet opened) {
    try {
      List<Annotation> kept = annotations.of(opened.exhibit());
      List<Mark> marks = new ArrayList<>();
      for (Annotation annotation : kept) {
        // Keys of what was kept lie below zero, so they never meet those of what is drawn.
        long key = -annotation.id();
        opened.writer().known(key, annotation.id());
        marks.add(new Mark(key, annotation.draft()));
      }
      fxThread.accept(() -> opened.loaded(marks));
      return marks.size();
    } catch (CaseException | RuntimeException e) {
      fxThread.accept(() -> failed.accept(e));
      return 0;
    }
  }

  void select(@Nullable Mark mark) {
    selected.set(mark);
  }

  /** Draws something new and chooses it. */
  Mark add(Shape shape, String label, String changeName) {
    AnnotationSheet on = shown();
    Mark mark = new Mark(++lastKey, new AnnotationDraft(shape, colour.get(), label, ""));
    int place = on.marks().size();
    history.perform(
        new SheetChange(
            changeName, () -> putAndSelect(on, mark, place), () -> removeAndForget(on, mark)));
    return mark;
  }

  /** Changes what is drawn. */
  void change(Mark before, Mark after, String changeName) {
    if (before.equals(after)) {
      return;
    }
    AnnotationSheet on = shown();
    history.perform(
        new SheetChange(
            changeName, () -> putAndSelect(on, after, 0), () -> putAndSelect(on, before, 0)));
  }

  void remove(Mark mark, String changeName) {
    AnnotationSheet on = shown();
    int place = on.marks().indexOf(mark);
    history.perform(
        new SheetChange(
            changeName, () -> removeAndForget(on, mark), () -> putAndSelect(on, mark, place)));
  }

  private AnnotationSheet shown() {
    AnnotationSheet on = sheet.get();
    if (on == null) {
      throw new IllegalStateException("No exhibit is shown");
    }
    return on;
  }

  private void putAndSelect(AnnotationSheet on, Mark mark, int place) {
    on.put(mark, place);
    if (on.equals(sheet.get())) {
      select(mark);
    }
  }

  private void removeAndForget(AnnotationSheet on, Mark mark) {
    on.remove(mark.key());
    Mark chosen = selected.get();
    if (chosen != null && chosen.key() == mark.key()) {
      select(null);
    }
  }

  private record SheetChange(String name, Runnable doing, Runnable undoing)
      implements UndoHistory.Change {
    @Override
    public void undo() {
      undoing.run();
    }

    @Override
    public void redo() {
      doing.run();
    }
  }
}
