package org.palimpsest.ui.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import org.palimpsest.ui.fx.picture.PictureLayer;
import org.palimpsest.ui.fx.picture.PicturePoint;
import org.palimpsest.ui.fx.picture.ViewTransform;

/** The pointer over the picture: layers first, then the divider, then moving the picture. */
final class StageInput {
  private static final double NOTCH = 40;

  private final PictureStage stage;
  private final ViewerModel model;
  private final List<Guest> layers = new ArrayList<>();

  /** A layer that takes the pointer and keys at times. */
  private record Guest(PictureLayer layer, BooleanSupplier takes) {}

  private @Nullable PictureLayer taker;
  private boolean draggingDivider;
  private boolean spaceDown;
  private boolean isOver;
  private double lastX;
  private double lastY;

  StageInput(PictureStage stage, ViewerModel model) {
    this.stage = stage;
    this.model = model;
    stage.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    stage.addEventHandler(ZoomEvent.ZOOM, this::pinched);
    stage.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    stage.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    stage.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    stage.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
    stage.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    stage.addEventFilter(KeyEvent.KEY_PRESSED, this::layerKey);
    stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> space(event, true));
    stage.addEventHandler(KeyEvent.KEY_RELEASED, event -> space(event, false));
    model.viewport().viewProperty().subscribe(view -> follow());
    stage
        .focusedProperty()
        .subscribe(
            focused -> {
              spaceDown = spaceDown && focused;
              if (!focused) {
                // A key let go elsewhere is never heard of.
                model.originalHeldProperty().set(false);
              }
            });
  }

  /** The picture may move under a pointer that rests. */
  private void follow() {
    if (isOver) {
      point(lastX, lastY);
    }
  }

  private void left() {
    isOver = false;
    model.pointAt(null);
  }

  void add(PictureLayer layer, BooleanSupplier takes) {
    layers.add(new Guest(layer, takes));
  }

  /** Those that take the pointer and keys now, the topmost first. */
  private List<PictureLayer> takers() {
    return layers.reversed().stream()
        .filter(guest -> guest.takes().getAsBoolean())
        .map(Guest::layer)
        .toList();
  }

  private void space(KeyEvent event, boolean down) {
    if (event.getCode() == KeyCode.SPACE) {
      spaceDown = down;
      event.consume();
    }
  }

  private void layerKey(KeyEvent event) {
    for (PictureLayer layer : takers()) {
      if (layer.key(event)) {
        event.consume();
        return;
      }
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.isInertia() || event.getDeltaY() == 0) {
      return;
    }
    double x = stage.toView(event.getX());
    model.viewport().zoom(Math.clamp(event.getDeltaY() / NOTCH, -4, 4), x, event.getY());
    point(event.getX(), event.getY());
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    double steps = Math.log(event.getZoomFactor()) / Math.log(Math.sqrt(2));
    model.viewport().zoom(steps, stage.toView(event.getX()), event.getY());
    event.consume();
  }

  private void pressed(MouseEvent event) {
    stage.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    taker = null;
    draggingDivider = false;
    if (model.picture() == null) {
      return;
    }
    if (event.getButton() == MouseButton.PRIMARY && !spaceDown) {
      if (stage.isAtDivider(event.getX())) {
        draggingDivider = true;
        return;
      }
      ViewTransform view = model.viewport().view();
      for (PictureLayer layer : takers()) {
        if (layer.pressed(at(event), event, view)) {
          taker = layer;
          return;
        }
      }
    }
    if (event.getButton() != MouseButton.SECONDARY) {
      stage.setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void dragged(MouseEvent event) {
    if (taker != null) {
      taker.dragged(at(event), event, model.viewport().view());
    } else if (draggingDivider) {
      model.dividerProperty().set(Math.clamp(event.getX() / stage.getWidth(), 0.0, 1.0));
    } else if (model.picture() != null && event.getButton() != MouseButton.SECONDARY) {
      model.viewport().pan(event.getX() - lastX, event.getY() - lastY);
    }
    lastX = event.getX();
    lastY = event.getY();
    point(event.getX(), event.getY());
  }

  private void released(MouseEvent event) {
    if (taker != null) {
      taker.released(at(event), event, model.viewport().view());
      taker = null;
    }
    draggingDivider = false;
    moved(event);
  }

  private void moved(MouseEvent event) {
    isOver = true;
    lastX = event.getX();
    lastY = event.getY();
    point(event.getX(), event.getY());
    stage.setCursor(cursor(event));
  }

  private Cursor cursor(MouseEvent event) {
    if (model.picture() == null) {
      return Cursor.DEFAULT;
    }
    if (spaceDown) {
      return Cursor.OPEN_HAND;
    }
    if (stage.isAtDivider(event.getX())) {
      return Cursor.H_RESIZE;
    }
    for (PictureLayer layer : takers()) {
      Optional<Cursor> cursor = layer.moved(at(event), model.viewport().view());
      if (cursor.isPresent()) {
        return cursor.get();
      }
    }
    return Cursor.CROSSHAIR;
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && event.isStillSincePress()
        && takers().stream()
            .noneMatch(layer -> layer.moved(at(event), model.viewport().view()).isPresent())) {
      model.viewport().toggle(stage.toView(event.getX()), event.getY());
    }
  }

  private void point(double x, double y) {
    model.pointAt(model.viewport().view().toPicture(stage.toView(x), y));
    stage.loupe(x, y);
  }

  private PicturePoint at(MouseEvent event) {
    return model.viewport().view().toPicture(stage.toView(event.getX()), event.getY());
  }
}
