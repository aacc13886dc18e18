package org.palimpsest.casework;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.RgbImage;

/**
 * A finished examination with its pictures, before they are drawn and written.
 *
 * @param source the examined file
 * @param record the result
 * @param image the upright pixels
 * @param heatmap the map in image coordinates
 * @param robustness how the result holds for variants of the exhibit; null where it was not tried
 */
public record Examined(
    Path source,
    ExaminationRecord record,
    RgbImage image,
    Heatmap heatmap,
    @Nullable Robustness robustness) {
  /** An examination whose robustness was not tried. */
  public Examined(Path source, ExaminationRecord record, RgbImage image, Heatmap heatmap) {
    this(source, record, image, heatmap, null);
  }

  /** The same with what became of its variants. */
  public Examined with(Robustness tried) {
    return new Examined(source, record, image, heatmap, tried);
  }
}
