package org.palimpsest.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.palimpsest.settings.WindowPlacement;

/** Puts the window where it was, unless that is off every screen by now. */
final class Placement {
  private static final double LEFT = 0.26;
  private static final double RIGHT = 0.72;
  private static final double MIN_WIDTH = 800;
  private static final double MIN_HEIGHT = 560;

  private Placement() {}

  static void apply(@Nullable WindowPlacement placement, Stage stage, SplitPane split) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
    if (placement == null || !isOnAScreen(placement)) {
      stage.setWidth(Math.min(1440, screen.getWidth() * 0.9));
      stage.setHeight(Math.min(900, screen.getHeight() * 0.9));
      split.setDividerPositions(LEFT, RIGHT);
      return;
    }
    stage.setX(placement.x());
    stage.setY(placement.y());
    stage.setWidth(placement.width());
    stage.setHeight(placement.height());
    stage.setMaximized(placement.maximised());
    split.setDividerPositions(
        Math.clamp(placement.left(), 0.05, 0.9), Math.clamp(placement.right(), 0.1, 0.95));
  }

  private static boolean isOnAScreen(WindowPlacement placement) {
    return placement.width() >= 200
        && placement.height() >= 200
        && !Screen.getScreensForRectangle(
                placement.x() + 40, placement.y() + 10, placement.width() - 80, 40)
            .isEmpty();
  }

  static WindowPlacement of(Stage stage, SplitPane split) {
    double[] dividers = split.getDividerPositions();
    return new WindowPlacement(
        stage.getX(),
        stage.getY(),
        stage.getWidth(),
        stage.getHeight(),
        stage.isMaximized(),
        dividers[0],
        dividers[1]);
  }
}
