package org.palimpsest.ui.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.drawing.Grips;
import org.palimpsest.casework.drawing.Hits;
import org.palimpsest.casework.drawing.Moves;
import org.palimpsest.casework.drawing.Painting;
import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.picture.PictureLayer;
import org.palimpsest.ui.fx.picture.PicturePoint;
import org.palimpsest.ui.fx.picture.ViewTransform;

/** The annotations on the picture, drawn and changed by pointer and keys. */
final class AnnotationLayer implements PictureLayer {
  /** Viewport units that count as near. */
  private static final double NEAR = 6;

  private final AnnotationModel model;
  private final Messages messages;
  private final MarkPainter painter = new MarkPainter();
  private final ListChangeListener<Mark> repainting = change -> changed();
  private final List<Vertex> way = new ArrayList<>();
  private Runnable repaint = () -> {};
  private @Nullable AnnotationSheet sheet;
  private @Nullable Mark original;
  private @Nullable Mark preview;
  private int grip = -1;
  private PicturePoint middle = new PicturePoint(0, 0);
  private double seenScale = 1;
  private double startX;
  private double startY;

  AnnotationLayer(AnnotationModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    model.sheetProperty().subscribe(this::watch);
    model.selectedProperty().subscribe(mark -> changed());
    model.toolProperty().subscribe(tool -> drop());
  }

  private void watch(@Nullable AnnotationSheet next) {
    if (sheet != null) {
      sheet.marks().removeListener(repainting);
    }
    sheet = next;
    if (next != null) {
      next.marks().addListener(repainting);
    }
    drop();
  }

  @Override
  public void whenChanged(Runnable then) {
    repaint = then;
  }

  private void changed() {
    repaint.run();
  }

  /** Leaves what was begun. */
  private void drop() {
    way.clear();
    original = null;
    preview = null;
    grip = -1;
    changed();
  }

  // Painting

  @Override
  public void paint(GraphicsContext graphics, ViewTransform view) {
    if (sheet == null) {
      return;
    }
    middle =
        view.toPicture(graphics.getCanvas().getWidth() / 2, graphics.getCanvas().getHeight() / 2);
    seenScale = view.scale();
    Mark selected = model.selectedProperty().get();
    for (Mark mark : sheet.marks()) {
      Mark seen = preview != null && preview.key() == mark.key() ? preview : mark;
      boolean isSelected = selected != null && selected.key() == mark.key();
      painter.paint(graphics, seen, view, isSelected);
    }
    if (preview != null && sheet.find(preview.key()).isEmpty()) {
      painter.paint(graphics, preview, view, false);
    }
    if (!way.isEmpty()) {
      switch (model.toolProperty().get()) {
        case BRUSH -> stroke(graphics, view, Color.web(model.colourProperty().get()));
        case ERASER -> stroke(graphics, view, Color.BLACK);
        default -> painter.way(graphics, way, view, model.colourProperty().get());
      }
    }
  }

  private void stroke(GraphicsContext graphics, ViewTransform view, Color colour) {
    painter.stroke(graphics, way, model.brushProperty().get(), view, colour);
  }

  // Pointer

  @Override
  public boolean pressed(PicturePoint at, MouseEvent event, ViewTransform view) {
    if (sheet == null) {
      return false;
    }
    startX = at.x();
    startY = at.y();
    return switch (model.toolProperty().get()) {
      case SELECT -> take(at, view);
      case POLYGON -> corner(at, event, view);
      case BRUSH, ERASER -> {
        way.clear();
        way.add(held(at));
        changed();
        yield true;
      }
      case RECTANGLE, ELLIPSE, ARROW -> {
        preview = null;
        yield true;
      }
      case TEXT -> {
        Vertex place = held(at);
        draw(new Shape.Text(place.x(), place.y()));
        model.toolProperty().set(Tool.SELECT);
        yield true;
      }
    };
  }

  private boolean take(PicturePoint at, ViewTransform view) {
    Mark selected = model.selectedProperty().get();
    if (selected != null) {
      grip = gripAt(selected.shape(), at, view);
      if (grip >= 0) {
        original = selected;
        return true;
      }
    }
    Optional<Mark> hit = markAt(at, view);
    model.select(hit.orElse(null));
    original = hit.orElse(null);
    return hit.isPresent();
  }

  private Optional<Mark> markAt(PicturePoint at, ViewTransform view) {
    return sheet == null
        ? Optional.empty()
        : sheet.marks().reversed().stream()
            .filter(mark -> Hits.hit(mark.shape(), at.x(), at.y(), NEAR / view.scale()))
            .findFirst();
  }

  private static int gripAt(Shape shape, PicturePoint at, ViewTransform view) {
    List<Vertex> grips = Grips.of(shape);
    for (int i = 0; i < grips.size(); i++) {
      double near = Math.hypot(grips.get(i).x() - at.x(), grips.get(i).y() - at.y());
      if (near * view.scale() <= NEAR + 2) {
        return i;
      }
    }
    return -1;
  }

  private boolean corner(PicturePoint at, MouseEvent event, ViewTransform view) {
    boolean closes =
        way.size() >= 3
            && Math.hypot(way.getFirst().x() - at.x(), way.getFirst().y() - at.y()) * view.scale()
                <= NEAR + 2;
    if (closes || event.getClickCount() == 2) {
      finishPolygon();
    } else {
      way.add(held(at));
      changed();
    }
    return true;
  }

  private void finishPolygon() {
    if (way.size() >= 3) {
      Shape polygon = new Shape.Polygon(List.copyOf(way));
      drop();
      draw(polygon);
    }
  }

  @Override
  public void dragged(PicturePoint at, MouseEvent event, ViewTransform view) {
    if (sheet == null) {
      return;
    }
    switch (model.toolProperty().get()) {
      case SELECT -> {
        if (original != null) {
          preview = original.with(changed(original.shape(), at, sheet));
        }
      }
      case BRUSH, ERASER -> way.add(held(at));
      case RECTANGLE, ELLIPSE, ARROW ->
          preview = new Mark(0, draft(begun(at, event.isShiftDown())));
      case POLYGON, TEXT -> {}
    }
    changed();
  }

  private Shape changed(Shape shape, PicturePoint at, AnnotationSheet on) {
    if (grip >= 0) {
      Vertex place = held(at);
      return Grips.dragged(shape, grip, place.x(), place.y());
    }
    return Moves.movedWithin(shape, at.x() - startX, at.y() - startY, on.width(), on.height());
  }

  private AnnotationDraft draft(Shape shape) {
    return new AnnotationDraft(shape, model.colourProperty().get(), "", "");
  }

  /** The shape between where the pointer was pressed and where it is; Shift makes it even. */
  private Shape begun(PicturePoint at, boolean even) {
    Vertex from = held(new PicturePoint(startX, startY));
    Vertex to = held(at);
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    if (even) {
      double side = Math.min(Math.abs(dx), Math.abs(dy));
      dx = Math.copySign(side, dx);
      dy = Math.copySign(side, dy);
    }
    double x = Math.min(from.x(), from.x() + dx);
    double y = Math.min(from.y(), from.y() + dy);
    return switch (model.toolProperty().get()) {
      case ARROW -> new Shape.Arrow(from.x(), from.y(), to.x(), to.y());
      case ELLIPSE -> new Shape.Ellipse(x, y, Math.abs(dx), Math.abs(dy));
      default -> new Shape.Rectangle(x, y, Math.abs(dx), Math.abs(dy));
    };
  }

  private Vertex held(PicturePoint at) {
    double width = sheet == null ? 0 : sheet.width();
    double height = sheet == null ? 0 : sheet.height();
    return new Vertex(Math.clamp(at.x(), 0, width), Math.clamp(at.y(), 0, height));
  }

  @Override
  public void released(PicturePoint at, MouseEvent event, ViewTransform view) {
    Tool tool = model.toolProperty().get();
    if (tool == Tool.POLYGON) {
      return;
    }
    double distance = Math.hypot(at.x() - startX, at.y() - startY) * view.scale();
    Mark before = original;
    Mark after = preview;
    List<Vertex> stroke = List.copyOf(way);
    drop();
    switch (tool) {
      case SELECT -> {
        if (before != null && after != null) {
          model.change(before, after, messages.text("annotation.done.move"));
        }
      }
      case BRUSH -> paint(stroke);
      case ERASER -> erase(stroke);
      default -> {
        // A press without a way is a slip of the hand.
        if (after != null && distance >= 3) {
          draw(after.shape());
        }
      }
    }
  }

  private void draw(Shape shape) {
    String label = shape instanceof Shape.Text ? messages.text("annotation.text.label") : "";
    model.add(shape, label, messages.text("annotation.done.draw"));
  }

  private void paint(List<Vertex> stroke) {
    if (sheet == null || stroke.isEmpty()) {
      return;
    }
    Mark selected = model.selectedProperty().get();
    boolean adds =
        selected != null
            && selected.shape() instanceof Shape.Brush
            && selected.draft().colour().equals(model.colourProperty().get());
    Shape.Brush old = adds && selected != null ? (Shape.Brush) selected.shape() : null;
    Optional<Shape.Brush> next = painting(sheet).painted(old, stroke);
    if (next.isPresent() && adds && selected != null) {
      model.change(selected, selected.with(next.get()), messages.text("annotation.done.paint"));
    } else {
      next.ifPresent(mask -> model.add(mask, "", messages.text("annotation.done.paint")));
    }
  }

  private void erase(List<Vertex> stroke) {
    Mark selected = model.selectedProperty().get();
    if (sheet == null
        || stroke.isEmpty()
        || selected == null
        || !(selected.shape() instanceof Shape.Brush mask)) {
      return;
    }
    Optional<Shape.Brush> left = painting(sheet).erased(mask, stroke);
    if (left.isPresent()) {
      model.change(selected, selected.with(left.get()), messages.text("annotation.done.erase"));
    } else {
      model.remove(selected, messages.text("annotation.done.erase"));
    }
  }

  private Painting painting(AnnotationSheet on) {
    return new Painting(model.brushProperty().get(), on.width(), on.height());
  }

  @Override
  public Optional<Cursor> moved(PicturePoint at, ViewTransform view) {
    if (sheet == null) {
      return Optional.empty();
    }
    if (model.toolProperty().get() != Tool.SELECT) {
      return Optional.of(Cursor.CROSSHAIR);
    }
    Mark selected = model.selectedProperty().get();
    if (selected != null && gripAt(selected.shape(), at, view) >= 0) {
      return Optional.of(Cursor.HAND);
    }
    return markAt(at, view).map(mark -> Cursor.MOVE);
  }

  // Keys

  @Override
  public boolean key(KeyEvent event) {
    if (event.isShortcutDown()) {
      return history(event);
    }
    Mark selected = model.selectedProperty().get();
    switch (event.getCode()) {
      case V -> model.toolProperty().set(Tool.SELECT);
      case R -> model.toolProperty().set(Tool.RECTANGLE);
      case E -> model.toolProperty().set(Tool.ELLIPSE);
      case P -> model.toolProperty().set(Tool.POLYGON);
      case B -> model.toolProperty().set(Tool.BRUSH);
      case X -> model.toolProperty().set(Tool.ERASER);
      case A -> model.toolProperty().set(Tool.ARROW);
      case T -> model.toolProperty().set(Tool.TEXT);
      case ENTER -> {
        return finish();
      }
      case ESCAPE -> {
        return escape();
      }
      case DELETE -> {
        if (selected == null) {
          return false;
        }
        model.remove(selected, messages.text("annotation.done.delete"));
      }
      case LEFT, RIGHT, UP, DOWN -> {
        return selected != null
            && event.isAltDown()
            && nudge(selected, event.getCode(), event.isShiftDown());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean history(KeyEvent event) {
    boolean redo =
        event.getCode() == KeyCode.Y || (event.getCode() == KeyCode.Z && event.isShiftDown());
    if (redo) {
      model.history().redo();
    } else if (event.getCode() == KeyCode.Z) {
      model.history().undo();
    } else {
      return false;
    }
    return true;
  }

  /** Closes a polygon; with another tool, draws a shape in the middle of what is seen. */
  private boolean finish() {
    if (!way.isEmpty()) {
      finishPolygon();
      return true;
    }
    Tool tool = model.toolProperty().get();
    if (sheet == null || tool == Tool.SELECT || tool == Tool.BRUSH || tool == Tool.ERASER) {
      return false;
    }
    double half = 50 / seenScale;
    Vertex low = held(new PicturePoint(middle.x() - half, middle.y() - half));
    Vertex high = held(new PicturePoint(middle.x() + half, middle.y() + half));
    double width = high.x() - low.x();
    double height = high.y() - low.y();
    draw(
        switch (tool) {
          case ELLIPSE -> new Shape.Ellipse(low.x(), low.y(), width, height);
          case ARROW -> new Shape.Arrow(low.x(), high.y(), high.x(), low.y());
          case POLYGON ->
              new Shape.Polygon(
                  List.of(
                      new Vertex(low.x() + width / 2, low.y()),
                      high,
                      new Vertex(low.x(), high.y())));
          case TEXT -> new Shape.Text(low.x() + width / 2, low.y() + height / 2);
          default -> new Shape.Rectangle(low.x(), low.y(), width, height);
        });
    model.toolProperty().set(Tool.SELECT);
    return true;
  }

  /** First leaves what was begun, then the choice, then the tool. */
  private boolean escape() {
    if (!way.isEmpty() || preview != null) {
      drop();
    } else if (model.selectedProperty().get() != null) {
      model.select(null);
    } else if (model.toolProperty().get() != Tool.SELECT) {
      model.toolProperty().set(Tool.SELECT);
    } else {
      return false;
    }
    return true;
  }

  /** By one pixel of the original; with Shift the lower right corner, or an arrow's head. */
  private boolean nudge(Mark mark, KeyCode code, boolean resizes) {
    if (sheet == null) {
      return false;
    }
    int dx = code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
    int dy = code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0;
    Shape moved =
        resizes
            ? resized(mark.shape(), dx, dy)
            : Moves.movedWithin(mark.shape(), dx, dy, sheet.width(), sheet.height());
    model.change(mark, mark.with(moved), messages.text("annotation.done.move"));
    return true;
  }

  private Shape resized(Shape shape, int dx, int dy) {
    List<Vertex> grips = Grips.of(shape);
    if (grips.isEmpty()) {
      return shape;
    }
    int which = Math.min(4, grips.size() - 1);
    Vertex from = grips.get(which);
    Vertex to = held(new PicturePoint(from.x() + dx, from.y() + dy));
    return Grips.dragged(shape, which, to.x(), to.y());
  }
}
