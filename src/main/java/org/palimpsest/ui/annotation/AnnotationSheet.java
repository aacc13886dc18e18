package org.palimpsest.ui.annotation;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The annotations of one exhibit. Every change goes to the case as well. */
final class AnnotationSheet {
  private final long exhibit;
  private final int width;
  private final int height;
  private final SheetWriter writer;
  private final ObservableList<Mark> marks = FXCollections.observableArrayList();

  AnnotationSheet(long exhibit, int width, int height, SheetWriter writer) {
    this.exhibit = exhibit;
    this.width = width;
    this.height = height;
    this.writer = writer;
  }

  long exhibit() {
    return exhibit;
  }

  /** Pixels of the picture. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** In the order in which they are drawn. */
  ObservableList<Mark> marks() {
    return marks;
  }

  SheetWriter writer() {
    return writer;
  }

  Optional<Mark> find(long key) {
    return marks.stream().filter(mark -> mark.key() == key).findFirst();
  }

  /** What the case held is shown below what was drawn meanwhile. */
  void loaded(List<Mark> kept) {
    marks.addAll(0, kept);
  }

  /** Adds a mark at a place in the order, or changes the one with its key. */
  void put(Mark mark, int place) {
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).key() == mark.key()) {
        marks.set(i, mark);
        writer.put(mark.key(), mark.draft());
        return;
      }
    }
    marks.add(Math.clamp(place, 0, marks.size()), mark);
    writer.put(mark.key(), mark.draft());
  }

  void remove(long key) {
    if (marks.removeIf(mark -> mark.key() == key)) {
      writer.remove(key);
    }
  }
}
