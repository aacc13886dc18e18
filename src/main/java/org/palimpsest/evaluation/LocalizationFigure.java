package org.palimpsest.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure that every edited picture has one of; a set's figure is the plain mean of them. */
public enum LocalizationFigure {
  BLOCK_AUC("block_auc", "block AUC", Measured::blockAuc),
  PIXEL_AUC("pixel_auc", "pixel AUC", one -> ranked(one, PixelRanking::auc)),
  PIXEL_AP("pixel_ap", "pixel AP", one -> ranked(one, PixelRanking::averagePrecision)),
  PIXEL_F1("pixel_f1", "F1 at 0.5", one -> local(one, found -> (double) found.f1AtHalf())),
  PIXEL_IOU("pixel_iou", "IoU at 0.5", one -> local(one, found -> (double) found.iou())),
  OPENSDID_F1("opensdid_f1", "OpenSDID F1", one -> optional(one.protocol().f1())),
  OPENSDID_IOU("opensdid_iou", "OpenSDID IoU", one -> optional(one.protocol().iou()));

  private final String key;
  private final String words;
  private final Function<Measured, OptionalDouble> figure;

  LocalizationFigure(String key, String words, Function<Measured, OptionalDouble> figure) {
    this.key = key;
    this.words = words;
    this.figure = figure;
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
    return figure.apply(picture);
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

  private static OptionalDouble ranked(Measured picture, Function<PixelRanking, Double> figure) {
    return picture.localization() == null || picture.localization().ranking() == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure.apply(picture.localization().ranking()));
  }

  private static OptionalDouble local(Measured picture, Function<Localization, Double> figure) {
    return picture.localization() == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure.apply(picture.localization()));
  }

  private static OptionalDouble optional(@Nullable Float value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
