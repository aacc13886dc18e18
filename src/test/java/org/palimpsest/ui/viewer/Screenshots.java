package org.palimpsest.ui.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.imaging.Png;

/** Pictures of windows in {@code target/screenshots}, for people to look at. */
final class Screenshots {
  private Screenshots() {}

  static void write(String name, WritableImage image) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    AtomicFile.write(folder.resolve(name + ".png"), Png.encode(ViewExport.pixels(image)));
  }

  static WritableImage of(Scene scene) {
    return scene.snapshot(null);
  }
}
