package org.palimpsest.ui.fx.picture;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Something drawn over a picture that may take the pointer and keys for itself. The viewer asks it
 * first; what it does not take moves the picture. Called on the FX thread only.
 */
public interface PictureLayer {
  /** Draws in viewport units. */
  void paint(GraphicsContext graphics, ViewTransform view);

  /** Whether it takes the pointer that was pressed; it then also gets what follows. */
  boolean pressed(PicturePoint at, MouseEvent event, ViewTransform view);

  /** The pointer it took has moved. */
  void dragged(PicturePoint at, MouseEvent event, ViewTransform view);

  /** The pointer it took has been let go. */
  void released(PicturePoint at, MouseEvent event, ViewTransform view);

  /** The pointer moves with no button down; the cursor to show, empty for the viewer's own. */
  Optional<Cursor> moved(PicturePoint at, ViewTransform view);

  /** Whether it takes a key. */
  boolean key(KeyEvent event);

  /** Called by the layer whenever it looks different. */
  void whenChanged(Runnable repaint);
}
