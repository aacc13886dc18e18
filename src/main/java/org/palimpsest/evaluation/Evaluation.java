package org.palimpsest.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.palimpsest.evaluation.data.Label;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;

/**
 * What was measured of a model. Every other authentic picture of a set serves to choose the
 * operating point, the others to measure how often it errs, so that the rate is not flattered.
 *
 * @param edited pictures with an edited part, each after every resaving
 * @param authentic authentic pictures, each after every resaving
 * @param fake pictures that are fake at places nobody recorded, each after every resaving
 */
public record Evaluation(List<Measured> edited, List<Measured> authentic, List<Measured> fake) {
  public Evaluation {
    edited = List.copyOf(edited);
    authentic = List.copyOf(authentic);
    fake = List.copyOf(fake);
  }

  /** Sorts measured pictures by their label. */
  public static Evaluation of(List<Measured> measured) {
    Map<Label, List<Measured>> byLabel = new LinkedHashMap<>();
    for (Label label : Label.values()) {
      byLabel.put(label, measured.stream().filter(one -> one.image().label() == label).toList());
    }
    return new Evaluation(
        byLabel.getOrDefault(Label.EDITED, List.of()),
        byLabel.getOrDefault(Label.AUTHENTIC, List.of()),
        byLabel.getOrDefault(Label.FAKE, List.of()));
  }

  /** Whether no picture was measured. */
  public boolean isEmpty() {
    return edited.isEmpty() && authentic.isEmpty() && fake.isEmpty();
  }

  /** Whether there are enough pictures for an operating point: two authentic ones. */
  public boolean hasOperatingPoint() {
    return !unseen().isEmpty();
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
        edited.isEmpty() ? null : misses(rule, Resaving.AS_IS),
        "authentic: every other picture of %s (chosen on the others)%s"
            .formatted(names(unseen), edited.isEmpty() ? "" : "; edited: " + names(edited)),
        unseen.size(),
        day.toString());
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

  /** Names of the sets that pictures come from, with the number of pictures of each. */
  static String names(List<Measured> pictures) {
    List<String> names = new ArrayList<>();
    bySet(pictures)
        .forEach(
            (set, some) ->
                names.add(
                    "%s (%d)"
                        .formatted(set, some.stream().map(Measured::image).distinct().count())));
    return String.join(", ", names);
  }
}
