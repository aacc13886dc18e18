package org.palimpsest.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon on a window, in the sizes that title bars and task switchers take. */
public final class WindowIcon {
  /** Those among the class path's resources. */
  public static final List<Integer> SIZES = List.of(16, 32, 64, 128);

  private WindowIcon() {}

  /** Gives it to a window. */
  public static void on(Stage stage) {
    for (int size : SIZES) {
      stage.getIcons().add(image(resource(size)));
    }
  }

  /** Name of the resource of a size, beside this class. */
  public static String resource(int size) {
    return "palimpsest-%d.png".formatted(size);
  }

  private static Image image(String resource) {
    try (InputStream in = WindowIcon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks " + resource);
      }
      return new Image(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
