package org.palimpsest.evaluation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.OperatingPoint;

/**
 * Everything that was measured of a model, ready to be shown.
 *
 * @param facts what it was measured with
 * @param sets what it was measured on
 * @param localization by group and resaving
 * @param detection by resaving
 * @param alarms by set and resaving
 * @param rule the operating point as a rule; null with fewer than two authentic pictures
 * @param point the operating point with its rates; null likewise
 * @param curves lines of the plots
 * @param envelope the kind of picture on which little is missed, or why there is none
 * @param calibration probabilities, or why there are none
 * @param comparison with another run; null where none was asked for
 * @param measurements every picture
 */
public record EvaluationResult(
    RunFacts facts,
    List<SetFacts> sets,
    List<LocalizationRow> localization,
    List<DetectionRow> detection,
    List<AlarmRow> alarms,
    @Nullable AreaRule rule,
    @Nullable OperatingPoint point,
    Curves curves,
    EnvelopeFinding envelope,
    CalibrationFinding calibration,
    @Nullable Comparison comparison,
    Measurements measurements) {
  public EvaluationResult {
    sets = List.copyOf(sets);
    localization = List.copyOf(localization);
    detection = List.copyOf(detection);
    alarms = List.copyOf(alarms);
  }

  /** Computes every figure. */
  public static EvaluationResult of(
      RunFacts facts, Measurements measurements, @Nullable Comparison comparison) {
    Evaluation evaluation = Evaluation.of(measurements.measured());
    AreaRule rule =
        evaluation.hasOperatingPoint() ? evaluation.rule(facts.falseAlarmTarget()) : null;
    List<LocalizationRow> localization = new ArrayList<>();
    for (Group group : Group.of(evaluation.edited())) {
      for (Resaving resaving : Resaving.values()) {
        localization.add(LocalizationRow.of(group, resaving, rule, facts.bootstrap()));
      }
    }
    LocalDate day = LocalDate.ofInstant(facts.at(), ZoneOffset.UTC);
    List<DetectionRow> detection = new ArrayList<>();
    List<AlarmRow> alarms = new ArrayList<>();
    for (Resaving resaving : Resaving.values()) {
      detection.add(DetectionRow.of(evaluation, resaving, rule, facts.bootstrap()));
      alarms.addAll(AlarmRow.of(evaluation, resaving, rule));
    }
    return new EvaluationResult(
        facts,
        SetFacts.of(measurements.measured()),
        localization,
        detection,
        alarms,
        rule,
        rule == null ? null : evaluation.operatingPoint(rule, day),
        Curves.of(evaluation, rule),
        rule == null || evaluation.edited().isEmpty()
            ? new EnvelopeFinding(
                null,
                "No kind of picture was validated: that takes an operating point and edited"
                    + " pictures.",
                facts.mostMisses())
            : new EnvelopeSearch(evaluation.edited(), rule, facts.mostMisses()).find(day),
        CalibrationFinding.of(evaluation, rule, day, facts.bootstrap().seed()),
        comparison,
        measurements);
  }

  /** The measured pictures by their labels. */
  public Evaluation evaluation() {
    return Evaluation.of(measurements.measured());
  }
}
