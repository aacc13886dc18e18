package org.palimpsest.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.palimpsest.registry.Measurement;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;

/**
 * What was measured of a model. Every other authentic picture of a set serves to choose the
 * operating point, the others to measure how often it errs, so that the rate is not flattered.
 *
 * @param edited pictures with an edited part, each after every resaving
 * @param authentic authentic pictures, each after every resaving
 */
public record Evaluation(List<Measured> edited, List<Measured> authentic) {
  public Evaluation {
    edited = List.copyOf(edited);
    authentic = List.copyOf(authentic);
  }

  /** The rule that flags at most the stated share of the authentic pictures it is chosen on. */
  public AreaRule rule(double falseAlarmRate) {
    return AreaRule.choose(halves().get(0), falseAlarmRate);
  }

  /** Authentic pictures that the rule was not chosen on. */
  public List<Measured> unseen() {
    return halves().get(1);
  }

  private List<List<Measured>> halves() {
    Map<TestImage, Integer> numbers = new LinkedHashMap<>();
    for (Measured one : authentic) {
      numbers.putIfAbsent(one.image(), numbers.size());
    }
    List<List<Measured>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (Measured one : authentic) {
      halves.get(numbers.getOrDefault(one.image(), 0) % 2).add(one);
    }
    return halves;
  }

  /** False alarms of a rule on the unseen authentic pictures after a resaving. */
  public Rate falseAlarms(AreaRule rule, Resaving resaving) {
    return OperatingPointEstimator.falseAlarms(
        rule.statistics(only(unseen(), resaving)), rule.limit());
  }

  /** Misses of a rule on the edited pictures after a resaving. */
  public Rate misses(AreaRule rule, Resaving resaving) {
    return OperatingPointEstimator.misses(rule.statistics(only(edited, resaving)), rule.limit());
  }

  /** The operating point for a model's card; false alarms and misses as the pictures came. */
  public OperatingPoint operatingPoint(AreaRule rule, LocalDate day) {
    List<Measured> unseen = only(unseen(), Resaving.AS_IS);
    return new OperatingPoint(
        Statistic.AREA,
        rule.limit(),
        rule.mapThreshold(),
        falseAlarms(rule, Resaving.AS_IS),
        misses(rule, Resaving.AS_IS),
        "authentic: every other picture of %s (chosen on the others); edited: %s"
            .formatted(names(unseen), names(edited)),
        unseen.size(),
        day.toString());
  }

  /** Figures for a model's card. */
  public List<Measurement> figures(AreaRule rule) {
    List<Measurement> figures = new ArrayList<>();
    for (Resaving resaving : Resaving.values()) {
      List<Measured> pictures = only(edited, resaving);
      SetSummary summary = SetSummary.of(pictures);
      summary
          .meanBlockAuc()
          .ifPresent(
              mean ->
                  figures.add(
                      figure(
                          "mean block AUC", resaving, pictures, summary.pictures(), "%.3f", mean)));
      double[] flagged = rule.statistics(only(unseen(), resaving));
      figures.add(
          rate("false alarms", resaving, only(unseen(), resaving), falseAlarms(rule, resaving)));
      figures.add(rate("misses", resaving, pictures, misses(rule, resaving)));
      SetSummary.detection(rule.statistics(pictures), flagged)
          .ifPresent(
              auc ->
                  figures.add(
                      figure(
                          "image AUC of the flagged area",
                          resaving,
                          pictures,
                          pictures.size() + flagged.length,
                          "%.3f",
                          auc)));
    }
    return figures;
  }

  private static Measurement figure(
      String name, Resaving resaving, List<Measured> on, int count, String format, double value) {
    return new Measurement(
        "%s, %s".formatted(name, resaving.words()),
        names(on),
        count,
        String.format(Locale.ROOT, format, value));
  }

  private static Measurement rate(String name, Resaving resaving, List<Measured> on, Rate rate) {
    return new Measurement(
        "%s, %s".formatted(name, resaving.words()),
        names(on),
        on.size(),
        String.format(
            Locale.ROOT,
            "%.1f %% (95 %% interval %.1f to %.1f)",
            100 * rate.value(),
            100 * rate.low95(),
            100 * rate.high95()));
  }

  /** The pictures after one resaving. */
  public static List<Measured> only(List<Measured> pictures, Resaving resaving) {
    return pictures.stream().filter(one -> one.resaving() == resaving).toList();
  }

  /** Pictures by the name of their set. */
  public static Map<String, List<Measured>> bySet(List<Measured> pictures) {
    Map<String, List<Measured>> sets = new TreeMap<>();
    pictures.forEach(
        one -> sets.computeIfAbsent(one.image().set(), name -> new ArrayList<>()).add(one));
    return sets;
  }

  private static String names(List<Measured> pictures) {
    return String.join(", ", bySet(pictures).keySet());
  }
}
