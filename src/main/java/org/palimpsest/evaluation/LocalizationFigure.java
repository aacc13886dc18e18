package org.palimpsest.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A figure that every edited picture has one of; a set's figure is the plain mean of them. */
public enum LocalizationFigure {
  BLOCK_AUC("block_auc", "block AUC"),
  PIXEL_AUC("pixel_auc", "pixel AUC"),
  PIXEL_AP("pixel_ap", "pixel AP"),
  PIXEL_F1("pixel_f1", "F1 at 0.5"),
  PIXEL_IOU("pixel_iou", "IoU at 0.5"),
  OPENSDID_F1("opensdid_f1", "OpenSDID F1"),
  OPENSDID_IOU("opensdid_iou", "OpenSDID IoU");

  private final String key;
  private final String words;

  LocalizationFigure(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** Its name in files. */
  public String key() {
    return key;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }

  /** The figure of one picture; empty where it is not defined. */
  public OptionalDouble of(Measured picture) {
    Localization local = picture.localization();
    PixelRanking ranking = local == null ? null : local.ranking();
    return switch (this) {
      case BLOCK_AUC -> picture.blockAuc();
      case PIXEL_AUC -> optional(ranking == null ? null : ranking.auc());
      case PIXEL_AP -> optional(ranking == null ? null : ranking.averagePrecision());
      case PIXEL_F1 -> optional(local == null ? null : local.f1AtHalf());
      case PIXEL_IOU -> optional(local == null ? null : local.iou());
      case OPENSDID_F1 -> optional(picture.protocol().f1());
      case OPENSDID_IOU -> optional(picture.protocol().iou());
    };
  }

  /** Its mean over those pictures that have it; empty without any. */
  public Optional<Estimate> mean(List<Measured> pictures, Bootstrap bootstrap) {
    double[] values =
        pictures.stream()
            .map(this::of)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(bootstrap.mean(values));
  }

  private static OptionalDouble optional(@Nullable Number value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }
}
