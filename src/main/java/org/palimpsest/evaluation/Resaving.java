package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/** What happens to a picture on its way to an examiner, the same for edited and authentic ones. */
public enum Resaving {
  /** As it came. */
  AS_IS("as is", "as-is", null),
  /** Saved as JPEG, quality 75. */
  JPEG_75("q75", "q75", 75),
  /** Made smaller to 0.6 of its sides by area averaging and saved as JPEG, quality 85. */
  SMALLER_JPEG_85("x0.6 q85", "x0.6q85", 85);

  private static final double FACTOR = 0.6;

  private final String words;
  private final String key;
  private final @Nullable Integer quality;

  Resaving(String words, String key, @Nullable Integer quality) {
    this.words = words;
    this.key = key;
    this.quality = quality;
  }

  /** Short name for tables. */
  public String words() {
    return words;
  }

  /** Short name without blanks, for files that other programs read. */
  public String key() {
    return key;
  }

  /** Quality of its JPEG save, 1..100; null for none. */
  public @Nullable Integer quality() {
    return quality;
  }

  /** The picture after it; chroma at half resolution, as most programs save. */
  public RgbImage of(RgbImage image) {
    return switch (this) {
      case AS_IS -> image;
      case JPEG_75 -> Jpeg.recompress(image, 75, Subsampling.S420);
      case SMALLER_JPEG_85 ->
          Jpeg.recompress(
              Resize.area(image, after(image.width()), after(image.height())),
              85,
              Subsampling.S420);
    };
  }

  /** The ground truth of the picture after it. */
  public Mask of(Mask truth) {
    return this == SMALLER_JPEG_85
        ? Resize.nearest(truth, after(truth.width()), after(truth.height()))
        : truth;
  }

  /** What a side of so many pixels becomes. */
  public int after(int side) {
    return this == SMALLER_JPEG_85 ? Math.max(1, (int) Math.round(side * FACTOR)) : side;
  }
}
