package org.palimpsest.ui.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.drawing.MaskDrawing;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.imaging.Png;
import org.palimpsest.settings.Messages;

/**
 * Writes the drawn areas as a mask for training: a grey PNG of the upright original's size, 255
 * inside and 0 outside. The file appears whole or not at all, and never in the exhibit's place.
 */
record MaskExport(Messages messages) {
  /** A mask that could not be written. */
  static final class MaskException extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    MaskException(String code, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.code = code;
    }

    /** ANN-01 not writable, ANN-02 would replace the exhibit, ANN-03 nothing to write. */
    String code() {
      return code;
    }
  }

  void write(List<Shape> shapes, int width, int height, Path target, Optional<Path> exhibit)
      throws MaskException {
    if (shapes.stream().noneMatch(MaskDrawing::isArea)) {
      throw new MaskException("ANN-03", messages.text("annotation.mask.empty"), null);
    }
    try {
      if (exhibit.isPresent() && Files.exists(target) && Files.isSameFile(target, exhibit.get())) {
        throw new MaskException(
            "ANN-02", messages.text("annotation.mask.exhibit", target.getFileName()), null);
      }
      byte[] png = Png.encode(MaskDrawing.of(shapes, width, height));
      AtomicFile.write(target.toAbsolutePath(), png);
    } catch (IOException e) {
      throw new MaskException(
          "ANN-01", messages.text("annotation.mask.failed", target.getFileName()), e);
    }
  }
}
