package org.palimpsest.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.Outcome;
import org.palimpsest.heatmap.ColourMap;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Statistic;

/**
 * The contact page's content, worst first: by outcome, then by what the model's operating point
 * looks at (the score where there is none), highest first.
 *
 * @param written when, UTC
 * @param counts number of files by outcome, and those not examined
 * @param notReached files a cancelled run left
 * @param errors files not examined
 * @param cards the worst images, with pictures
 * @param listed the other images, without pictures
 * @param model facts of the model's card
 * @param limits what the model does not do
 * @param gradient colours of the values 0 to 1 as a CSS gradient
 */
public record PageModel(
    String written,
    List<PageFact> counts,
    int notReached,
    List<PageError> errors,
    List<PageCard> cards,
    List<PageCard> listed,
    List<PageFact> model,
    List<String> limits,
    String gradient) {
  /** Cards with embedded pictures, about 60 kB each: more would make a page no browser likes. */
  static final int PICTURED = 250;

  static PageModel of(Path folder, List<ResultRow> rows, PageFacts facts) {
    List<PageError> errors = new ArrayList<>();
    List<ResultRow> examined = new ArrayList<>();
    for (ResultRow row : rows) {
      switch (row.row()) {
        case FailedItem item -> errors.add(PageError.of(item));
        case ExaminationRecord record -> examined.add(row);
      }
    }
    examined.sort(worstFirst(facts.card()));
    List<PageCard> cards =
        examined.stream()
            .flatMap(
                row ->
                    row.row() instanceof ExaminationRecord record && row.artefacts() != null
                        ? Stream.of(
                            PageCard.of(
                                folder, record, row.artefacts(), row.truth(), row.robustness()))
                        : Stream.of())
            .toList();
    int pictured = Math.min(PICTURED, cards.size());
    return new PageModel(
        facts.at().toString(),
        counts(examined, errors.size()),
        facts.notReached(),
        errors,
        cards.subList(0, pictured),
        cards.subList(pictured, cards.size()),
        model(facts.card()),
        facts.card().limits(),
        viridis());
  }

  private static Comparator<ResultRow> worstFirst(ModelCard card) {
    boolean byArea =
        !card.operatingPoints().isEmpty()
            && card.operatingPoints().getFirst().statistic() == Statistic.AREA;
    Comparator<ExaminationRecord> score = Comparator.comparing(r -> -r.measurement().score());
    Comparator<ExaminationRecord> area = Comparator.comparing(r -> -r.measurement().areaShare());
    Comparator<ExaminationRecord> order =
        Comparator.<ExaminationRecord, Outcome>comparing(r -> r.verdict().outcome())
            .thenComparing(byArea ? area : score)
            .thenComparing(byArea ? score : area)
            .thenComparing(ExaminationRecord::path);
    return Comparator.comparing(row -> (ExaminationRecord) row.row(), order);
  }

  private static List<PageFact> counts(List<ResultRow> examined, int errors) {
    List<PageFact> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long number =
          examined.stream()
              .filter(
                  row ->
                      row.row() instanceof ExaminationRecord record
                          && record.verdict().outcome() == outcome)
              .count();
      counts.add(new PageFact(outcome.words(), Long.toString(number)));
    }
    counts.add(new PageFact("not examined", Integer.toString(errors)));
    return counts;
  }

  static List<PageFact> conditions(Conditions conditions) {
    String mode =
        switch (conditions.mode()) {
          case WHOLE -> "whole image stretched to %d px".formatted(conditions.inputSize());
          case TILES ->
              "tiles of %d px at native resolution, sharing %d px or more"
                  .formatted(conditions.inputSize(), conditions.overlap());
        };
    return List.of(
        new PageFact("Model", conditions.model() + ", weights SHA-256 " + conditions.modelSha256()),
        new PageFact("Mode", mode),
        new PageFact(
            "Threshold",
            String.format(
                Locale.ROOT, "%s (%s)", conditions.threshold(), conditions.thresholdSource())),
        new PageFact("Device", conditions.device() + ", precision " + conditions.precision()));
  }

  private static List<PageFact> model(ModelCard card) {
    List<PageFact> facts = new ArrayList<>();
    facts.add(new PageFact("Name", card.title() + " (" + card.name() + ")"));
    facts.add(new PageFact("Summary", card.summary()));
    facts.add(new PageFact("Weights SHA-256", card.weightsSha256()));
    facts.add(new PageFact("Origin", card.origin()));
    facts.add(new PageFact("Licence", card.licence()));
    facts.add(new PageFact("Training data", card.trainingData()));
    facts.add(
        new PageFact(
            "Full generation", card.examinesFullGeneration() ? "examined" : "not examined"));
    if (card.operatingPoints().isEmpty()) {
      facts.add(
          new PageFact(
              "Operating points", "none measured: every outcome of this model is inconclusive"));
    }
    for (OperatingPoint point : card.operatingPoints()) {
      facts.add(
          new PageFact(
              "Operating point",
              String.format(
                  Locale.ROOT,
                  "%s ≥ %.4f (map threshold %.2f): false-alarm rate %.1f %% (95 %% interval %.1f to"
                      + " %.1f %%) on %d originals of %s, %s",
                  point.statistic() == Statistic.AREA ? "area share" : "class score",
                  point.value(),
                  point.mapThreshold(),
                  point.falseAlarmRate().value() * 100,
                  point.falseAlarmRate().low95() * 100,
                  point.falseAlarmRate().high95() * 100,
                  point.images(),
                  point.measuredOn(),
                  point.date())));
    }
    card.measurements()
        .forEach(
            figure ->
                facts.add(
                    new PageFact(
                        figure.name(),
                        "%s on %s (n = %d)".formatted(figure.value(), figure.set(), figure.n()))));
    card.literature().forEach(work -> facts.add(new PageFact("Literature", work)));
    return facts;
  }

  private static String viridis() {
    ColourMap colours = new ColourMap();
    return IntStream.rangeClosed(0, 8)
        .mapToObj(i -> "#%06x".formatted(colours.colour(i / 8f)))
        .collect(Collectors.joining(",", "linear-gradient(90deg,", ")"));
  }
}
