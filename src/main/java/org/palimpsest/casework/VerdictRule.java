package org.palimpsest.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.registry.Calibration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.ValidatedEnvelope;

/**
 * From what was measured to one of the three outcomes. <em>Inconsistent</em> needs an operating
 * point with a measured false-alarm rate that is reached; <em>consistent</em> needs an image inside
 * the validated envelope, below every operating point, and a measured miss rate; all else is
 * <em>inconclusive</em>. Operating points count only in the mode they were measured in, the card's
 * default, and only those of the first one's statistic: reaching either of two statistics would
 * have a false-alarm rate nobody measured.
 *
 * @param card the model's card
 */
public record VerdictRule(ModelCard card) {
  /**
   * The outcome for an image.
   *
   * @param score largest class score of its inputs
   */
  Verdict verdict(
      FileFacts file, PictureFacts picture, InputMode mode, float score, Heatmap heatmap) {
    Verdict verdict = outcome(file, picture, mode, score, heatmap);
    return new Verdict(verdict.outcome(), verdict.reason(), probability(mode, score, heatmap));
  }

  /** The card's calibration applied, in the mode it was fitted in. */
  private @Nullable CalibratedProbability probability(
      InputMode mode, float score, Heatmap heatmap) {
    Calibration calibration = card.calibration();
    if (calibration == null || mode != card.defaultMode()) {
      return null;
    }
    double statistic =
        switch (calibration.statistic()) {
          case IMAGE_SCORE -> score;
          case AREA -> heatmap.shareAbove((float) calibration.mapThreshold());
        };
    return new CalibratedProbability(
        calibration.probability(statistic),
        calibration.measuredOn(),
        calibration.fake(),
        calibration.authentic(),
        calibration.expectedCalibrationError());
  }

  private Verdict outcome(
      FileFacts file, PictureFacts picture, InputMode mode, float score, Heatmap heatmap) {
    List<OperatingPoint> points = points();
    if (points.isEmpty()) {
      return inconclusive(
          "This model has no operating point with a measured false-alarm rate, so its score %s"
              + " and its map are shown without a conclusion.",
          number(score));
    }
    if (mode != card.defaultMode()) {
      return inconclusive(
          "This model's operating point was measured in %s mode, not in %s mode.",
          word(card.defaultMode()), word(mode));
    }
    OperatingPoint lowest = points.getFirst();
    double statistic = statistic(lowest, score, heatmap);
    for (OperatingPoint point : points.reversed()) {
      if (statistic >= point.value()) {
        return new Verdict(Outcome.INCONSISTENT, reached(point, statistic));
      }
    }
    return below(lowest, statistic, file, picture);
  }

  /** The operating points that count, the lowest threshold first. */
  private List<OperatingPoint> points() {
    return card.operatingPoints().stream()
        .filter(
            point -> {
              OperatingPoint first = card.operatingPoints().getFirst();
              return point.statistic() == first.statistic()
                  && point.mapThreshold() == first.mapThreshold();
            })
        .sorted(Comparator.comparingDouble(OperatingPoint::value))
        .toList();
  }

  private static double statistic(OperatingPoint point, float score, Heatmap heatmap) {
    return switch (point.statistic()) {
      case IMAGE_SCORE -> score;
      case AREA -> heatmap.shareAbove((float) point.mapThreshold());
    };
  }

  private static String reached(OperatingPoint point, double statistic) {
    return "The %s is at or above the operating point %s, which %s of %d originals (%s) reach."
        .formatted(
            named(point, statistic),
            number(point.value()),
            percent(point.falseAlarmRate()),
            point.images(),
            point.measuredOn());
  }

  private Verdict below(
      OperatingPoint lowest, double statistic, FileFacts file, PictureFacts picture) {
    String measured = named(lowest, statistic) + " is below the operating point";
    Rate missed = lowest.missRate();
    ValidatedEnvelope envelope = card.envelope();
    if (missed == null) {
      return inconclusive(
          "The %s %s, but how many edits this model misses was not measured.",
          measured, number(lowest.value()));
    }
    if (envelope == null) {
      return inconclusive(
          "The %s %s, but this model missed %s of the edits it was measured on, and for no kind of"
              + " picture was it validated: that little was marked says nothing.",
          measured, number(lowest.value()), percent(missed));
    }
    String outside = outside(envelope, file, picture);
    if (outside != null) {
      return inconclusive("The %s %s, but %s.", measured, number(lowest.value()), outside);
    }
    return new Verdict(
        Outcome.CONSISTENT,
        String.format(
            Locale.ROOT,
            "The %s %s; this model misses %s of edits that cover at least %.2f%% of such an image"
                + " (%d images)%s.",
            measured,
            number(lowest.value()),
            percent(envelope.missRate()),
            envelope.minEditShare() * 100,
            envelope.images(),
            card.examinesFullGeneration() ? "" : ", and full generation was not examined"));
  }

  /** Why an image lies outside the validated envelope, or null inside it. */
  private static @Nullable String outside(
      ValidatedEnvelope envelope, FileFacts file, PictureFacts picture) {
    if (!file.type().equals("JPEG")) {
      return "how it was compressed before it became a " + file.type() + " is not known";
    }
    if (file.jpegQuality() == null) {
      return "its JPEG quality could not be estimated, so it may lie outside what was validated";
    }
    if (envelope.contains(picture.width(), picture.height(), file.jpegQuality())) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "the image (%d x %d%s) lies outside what was validated (sides %d to %d, JPEG quality %d"
            + " or more)",
        picture.width(),
        picture.height(),
        file.jpegQuality() == null ? "" : ", JPEG quality about " + file.jpegQuality(),
        envelope.minSide(),
        envelope.maxSide(),
        envelope.minJpegQuality());
  }

  private static Verdict inconclusive(String reason, Object... values) {
    return new Verdict(Outcome.INCONCLUSIVE, String.format(Locale.ROOT, reason, values));
  }

  private static String named(OperatingPoint point, double statistic) {
    return switch (point.statistic()) {
      case IMAGE_SCORE -> "class score " + number(statistic);
      case AREA ->
          "share %s of the image above %s"
              .formatted(number(statistic), number(point.mapThreshold()));
    };
  }

  private static String percent(Rate rate) {
    return String.format(
        Locale.ROOT,
        "%.1f%% (95%% interval %.1f to %.1f%%)",
        rate.value() * 100,
        rate.low95() * 100,
        rate.high95() * 100);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String word(InputMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
