package org.palimpsest.ui.viewer;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.palimpsest.ui.fx.Shortcut;

/** The viewer by keyboard; the keys work while the picture has the focus. */
final class ViewerKeys {
  static final List<Shortcut> ALL =
      List.of(
          new Shortcut("+  /  −", "viewer.key.zoom"),
          new Shortcut("F  /  0", "viewer.key.fit"),
          new Shortcut("Z", "viewer.key.toggle"),
          new Shortcut("← ↑ → ↓", "viewer.key.pan"),
          new Shortcut("1  2  3", "viewer.key.modes"),
          new Shortcut("O", "viewer.key.original"),
          new Shortcut("L", "viewer.key.outlines"),
          new Shortcut("M", "viewer.key.magnifier"),
          new Shortcut("C", "viewer.key.palette"),
          new Shortcut("[  ]", "viewer.key.threshold"),
          new Shortcut("Backspace", "viewer.key.reset"),
          new Shortcut(",  .", "viewer.key.opacity"),
          new Shortcut("N  /  Shift+N", "viewer.key.regions"),
          new Shortcut("Shift+← →", "viewer.key.divider"),
          new Shortcut("Ctrl+Shift+E", "viewer.key.export"));

  private static final double STEP = 60;
  private static final double THRESHOLD = 0.01;
  private static final double OPACITY = 0.05;

  private final ViewerModel model;
  private final Runnable export;

  ViewerKeys(ViewerModel model, Runnable export) {
    this.model = model;
    this.export = export;
  }

  void attach(Node node) {
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    node.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
    node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.O) {
      model.originalHeldProperty().set(false);
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && event.isShiftDown() && event.getCode() == KeyCode.E) {
      export.run();
      event.consume();
    } else if (!event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown()) {
      if (press(event)) {
        event.consume();
      }
    }
  }

  private boolean press(KeyEvent event) {
    ViewportModel viewport = model.viewport();
    boolean shift = event.isShiftDown();
    switch (event.getCode()) {
      case F, DIGIT0, NUMPAD0, HOME -> viewport.fit();
      case Z ->
          viewport.toggle(viewport.sizes().viewWidth() / 2, viewport.sizes().viewHeight() / 2);
      case LEFT -> sideways(shift, 1);
      case RIGHT -> sideways(shift, -1);
      case UP -> viewport.pan(0, STEP);
      case DOWN -> viewport.pan(0, -STEP);
      case PAGE_UP -> viewport.pan(0, viewport.sizes().viewHeight() * 0.8);
      case PAGE_DOWN -> viewport.pan(0, -viewport.sizes().viewHeight() * 0.8);
      case DIGIT1, NUMPAD1 -> model.modeProperty().set(CompareMode.OVERLAY);
      case DIGIT2, NUMPAD2 -> model.modeProperty().set(CompareMode.SIDE_BY_SIDE);
      case DIGIT3, NUMPAD3 -> model.modeProperty().set(CompareMode.SWIPE);
      case O -> model.originalHeldProperty().set(true);
      case L -> model.outlinesProperty().set(!model.outlinesProperty().get());
      case M -> model.magnifierProperty().set(!model.magnifierProperty().get());
      case C -> model.nextPalette();
      case N -> model.step(shift ? -1 : 1);
      case BACK_SPACE -> model.threshold().reset();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sideways(boolean shift, int direction) {
    if (shift && model.modeProperty().get() == CompareMode.SWIPE) {
      double place = model.dividerProperty().get() - direction * 0.02;
      model.dividerProperty().set(Math.clamp(place, 0, 1));
    } else {
      model.viewport().pan(direction * STEP, 0);
    }
  }

  /** Signs are told by what was typed: where they lie differs from keyboard to keyboard. */
  private void typed(KeyEvent event) {
    ThresholdModel threshold = model.threshold();
    switch (event.getCharacter()) {
      case "+", "=" -> model.viewport().zoom(1);
      case "-", "_" -> model.viewport().zoom(-1);
      case "[" -> threshold.move(threshold.threshold() - THRESHOLD);
      case "]" -> threshold.move(threshold.threshold() + THRESHOLD);
      case "," -> opacity(-OPACITY);
      case "." -> opacity(OPACITY);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void opacity(double by) {
    double next = Math.clamp(model.opacityProperty().get() + by, 0, 1);
    model.opacityProperty().set(Math.round(next * 100) / 100.0);
  }
}
