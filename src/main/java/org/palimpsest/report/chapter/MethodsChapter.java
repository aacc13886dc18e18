package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.registry.Measurement;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.ValidatedEnvelope;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Fact;

/** The methods, each as its model's card describes it. */
final class MethodsChapter {
  private MethodsChapter() {}

  static Chapter of(ReportData data) {
    Map<String, Conditions> used = new LinkedHashMap<>();
    for (DetailedExhibit exhibit : data.detailed()) {
      if (exhibit.record() != null) {
        used.putIfAbsent(
            exhibit.record().conditions().modelSha256(), exhibit.record().conditions());
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (used.isEmpty()) {
      blocks.add(new Block.Text("No method was applied to an exhibit described in this report."));
    }
    int number = 1;
    for (Conditions conditions : used.values()) {
      ModelCard card = data.card(conditions.modelSha256()).orElse(null);
      blocks.addAll(card == null ? unknown(conditions, number) : method(card, number));
      number++;
    }
    return new Chapter("methods", "Methods", blocks);
  }

  private static List<Block> unknown(Conditions conditions, int number) {
    return List.of(
        new Block.Heading("method-" + number, "Method: " + conditions.model()),
        new Block.Notice(
            Tone.WARNING,
            "The card of this model is not on this machine.",
            List.of("Its error rates and limits are therefore not stated here.")),
        new Block.Facts(List.of(Fact.code("SHA-256 of the weights", conditions.modelSha256()))));
  }

  private static List<Block> method(ModelCard card, int number) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("method-" + number, "Method: " + card.title()));
    blocks.add(new Block.Text(card.summary()));
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "Detects",
            card.examinesFullGeneration()
                ? "pictures generated as a whole, and local edits"
                : "local edits only; whether the whole picture was generated is not examined"));
    facts.add(Fact.of("Model", card.name()));
    facts.add(Fact.code("SHA-256 of the weights", card.weightsSha256()));
    facts.add(Fact.of("Origin", card.origin()));
    facts.add(Fact.of("Licence", card.licence()));
    facts.add(Fact.of("Trained on", card.trainingData()));
    facts.add(Fact.of("Input", card.preprocessing()));
    facts.add(Fact.of("Validated envelope", envelope(card.envelope())));
    blocks.add(new Block.Facts(facts));
    blocks.addAll(points(card.operatingPoints()));
    if (!card.measurements().isEmpty()) {
      blocks.add(measurements(card.measurements()));
    }
    blocks.add(new Block.Text("Limits of the method:"));
    blocks.add(
        new Block.Bullets(
            card.limits().isEmpty() ? List.of("The card states none.") : card.limits()));
    blocks.add(new Block.Text("Literature:"));
    blocks.add(
        new Block.Bullets(
            card.literature().isEmpty() ? List.of("The card names none.") : card.literature()));
    return blocks;
  }

  private static List<Block> points(List<OperatingPoint> points) {
    if (points.isEmpty()) {
      return List.of(
          new Block.Notice(
              Tone.WARNING,
              "No operating point was measured for this model.",
              List.of("Every outcome of it is inconclusive.")));
    }
    List<Block> blocks = new ArrayList<>();
    for (OperatingPoint point : points) {
      Rate misses = point.missRate();
      blocks.add(
          new Block.Facts(
              List.of(
                  Fact.of("Operating point", threshold(point)),
                  Fact.of(
                      "False alarms",
                      "%s of %d authentic pictures"
                          .formatted(Words.rate(point.falseAlarmRate()), point.images())),
                  Fact.of(
                      "Misses",
                      misses == null
                          ? "not measured"
                          : Words.rate(misses) + " of the edited pictures"),
                  Fact.of("Measured on", point.measuredOn() + ", " + point.date()))));
    }
    return blocks;
  }

  private static String threshold(OperatingPoint point) {
    return point.statistic() == Statistic.AREA
        ? "a picture is flagged when %s of it or more lie above %s in the map"
            .formatted(Words.percent(point.value()), Words.number(point.mapThreshold()))
        : "a picture is flagged at a class score of %s or more"
            .formatted(Words.number(point.value()));
  }

  private static String envelope(@Nullable ValidatedEnvelope envelope) {
    return envelope == null
        ? "none: for no kind of picture was it validated, so nothing is called consistent with an"
            + " original"
        : "edits of %s of the picture or more, sides of %d to %d pixels, JPEG quality %d or more"
            .formatted(
                Words.percent(envelope.minEditShare()),
                envelope.minSide(),
                envelope.maxSide(),
                envelope.minJpegQuality());
  }

  private static Block.Table measurements(List<Measurement> measurements) {
    List<List<Cell>> rows =
        measurements.stream()
            .map(
                figure ->
                    List.of(
                        Cell.of(figure.name()),
                        Cell.of(figure.value()),
                        Cell.of(figure.n()),
                        Cell.of(figure.set())))
            .toList();
    return new Block.Table(
        "What was measured of this method. AUC: how well it ranks; 0.5 is chance, 1 perfect.",
        List.of(
            Column.words("Figure", 27),
            Column.words("Value", 23),
            Column.numbers("n", 7),
            Column.words("Pictures", 43)),
        rows);
  }
}
