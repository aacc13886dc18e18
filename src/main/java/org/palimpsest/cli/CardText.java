package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.Calibration;
import org.palimpsest.registry.Measurement;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.ValidatedEnvelope;

/** A model card in plain language. */
final class CardText {
  private static final int WIDTH = 100;
  private static final int INDENT = 15;

  private final BiConsumer<String, String> entries;

  /** A card to be printed. */
  CardText(PrintWriter out) {
    this((name, text) -> print(out, name, text));
  }

  /**
   * A card for somebody else to show.
   *
   * @param entries takes each name and its text; the name is empty where the one before goes on
   */
  CardText(BiConsumer<String, String> entries) {
    this.entries = entries;
  }

  void print(RegisteredModel model) {
    ModelCard card = model.card();
    entry("Name", card.name());
    entry("Title", card.title());
    entry("Summary", card.summary());
    entry("Folder", model.folder().toString());
    entry("SHA-256", card.weightsSha256());
    entry("Origin", card.origin());
    entry("Licence", card.licence());
    entry("Trained on", card.trainingData());
    list("Network", NetworkWords.of(card.configuration()));
    entry("Input", card.preprocessing());
    entry(
        "Usual mode",
        switch (card.defaultMode()) {
          case TILES -> "tiles (native resolution, overlapping)";
          case WHOLE -> "whole (the picture stretched to the input)";
        });
    entry("Precision", card.defaultPrecision());
    points(card);
    envelope(card.envelope());
    calibration(card.calibration());
    list("Measured", card.measurements().stream().map(CardText::words).toList());
    list("Limits", card.limits());
    entry(
        "Whole pictures",
        card.examinesFullGeneration()
            ? "It also examines whether a whole picture was generated."
            : "It does not examine whether a whole picture was generated.");
    list("Literature", card.literature());
  }

  private void points(ModelCard card) {
    if (card.operatingPoints().isEmpty()) {
      entry("Flags from", "No operating point was measured: every outcome is inconclusive.");
    }
    for (OperatingPoint point : card.operatingPoints()) {
      entry("Flags from", threshold(point));
      entry(
          "",
          "False alarms: %s of %d authentic pictures."
              .formatted(words(point.falseAlarmRate()), point.images()));
      Rate misses = point.missRate();
      entry(
          "",
          misses == null
              ? "Misses were not measured."
              : "Misses: %s of the edited pictures.".formatted(words(misses)));
      entry("", "Measured on %s: %s.".formatted(point.date(), point.measuredOn()));
    }
  }

  private static String threshold(OperatingPoint point) {
    return switch (point.statistic()) {
      case IMAGE_SCORE -> "A class score of at least %s.".formatted(number(point.value()));
      case AREA ->
          "At least %s of the picture above %s in the map."
              .formatted(percent(point.value()), number(point.mapThreshold()));
    };
  }

  private void envelope(@Nullable ValidatedEnvelope envelope) {
    entry(
        "Envelope",
        envelope == null
            ? "None was validated: nothing is called consistent with an original."
            : "Edits of at least %s of the picture, sides of %d to %d pixels, JPEG quality %d or more."
                .formatted(
                    percent(envelope.minEditShare()),
                    envelope.minSide(),
                    envelope.maxSide(),
                    envelope.minJpegQuality()));
    if (envelope != null) {
      entry(
          "",
          "There it misses %s of %d edited pictures. Measured on %s: %s."
              .formatted(
                  words(envelope.missRate()),
                  envelope.images(),
                  envelope.date(),
                  envelope.measuredOn()));
    }
  }

  private void calibration(@Nullable Calibration calibration) {
    entry(
        "Calibration",
        calibration == null
            ? "None: no score is a probability."
            : String.format(
                Locale.ROOT,
                "The %s is turned into a probability (%s), for edited and authentic equally likely"
                    + " beforehand. Fitted on %s on %d fake and %d authentic pictures (%s);"
                    + " expected calibration error %.3f by %d-fold cross-validation.",
                calibration.statistic() == Statistic.AREA
                    ? String.format(Locale.ROOT, "area above %.2f", calibration.mapThreshold())
                    : "class score",
                calibration.method().name().toLowerCase(Locale.ROOT),
                calibration.date(),
                calibration.fake(),
                calibration.authentic(),
                calibration.measuredOn(),
                calibration.expectedCalibrationError(),
                calibration.folds()));
  }

  private static String words(Measurement measurement) {
    return "%s: %s (n = %d; %s)"
        .formatted(measurement.name(), measurement.value(), measurement.n(), measurement.set());
  }

  private static String words(Rate rate) {
    return "%s (95 %% interval %s to %s)"
        .formatted(percent(rate.value()), percent(rate.low95()), percent(rate.high95()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private void list(String name, List<String> texts) {
    if (texts.isEmpty()) {
      entry(name, "none");
    }
    for (int i = 0; i < texts.size(); i++) {
      entry(i == 0 ? name : "", texts.get(i));
    }
  }

  private void entry(String name, String text) {
    entries.accept(name, VisibleName.of(text));
  }

  /** A name and its text, broken between words so that it can be read in a terminal. */
  private static void print(PrintWriter out, String name, String text) {
    StringBuilder line = new StringBuilder("%-14s ".formatted(name));
    for (String word : text.split(" ")) {
      if (line.length() > INDENT && line.length() + word.length() >= WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(INDENT));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
