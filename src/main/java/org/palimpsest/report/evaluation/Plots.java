package org.palimpsest.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.palimpsest.evaluation.CalibrationFinding;
import org.palimpsest.evaluation.Curve;
import org.palimpsest.evaluation.Estimate;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.Group;
import org.palimpsest.evaluation.LocalizationFigure;
import org.palimpsest.evaluation.Measured;
import org.palimpsest.evaluation.Resaving;
import org.palimpsest.evaluation.calibration.CalibrationTrial;
import org.palimpsest.evaluation.calibration.Reliability;

/** The plots of an evaluation. */
final class Plots {
  private static final int HALF = 49;

  private final EvaluationResult result;
  private final List<Plot> plots = new ArrayList<>();

  private Plots(EvaluationResult result) {
    this.result = result;
  }

  static List<Plot> of(EvaluationResult result) {
    Plots plots = new Plots(result);
    plots.pixelRoc();
    plots.precisionRecall();
    plots.f1();
    plots.imageRoc();
    plots.reliability();
    return plots.plots;
  }

  private void pixelRoc() {
    List<Curve> curves = result.curves().pixelRoc();
    if (curves.isEmpty()) {
      return;
    }
    Plot.Drawing drawing =
        new Plot.Drawing(
                "Pixels: ROC",
                "false-positive rate (share of untouched pixels marked)",
                "true-positive rate (share of edited pixels marked)")
            .guide(0, 0, 1, 1, "chance");
    curves.forEach(
        curve -> drawing.curve(curve, label(curve, "AUC", LocalizationFigure.PIXEL_AUC)));
    plots.add(drawing.drawn());
  }

  private void precisionRecall() {
    List<Curve> curves = result.curves().precisionRecall();
    if (curves.isEmpty()) {
      return;
    }
    double share =
        result.evaluation().edited().stream()
            .filter(one -> one.resaving() == Resaving.AS_IS)
            .mapToDouble(Measured::editedShare)
            .average()
            .orElse(0);
    Plot.Drawing drawing =
        new Plot.Drawing(
                "Pixels: precision against recall",
                "recall (share of edited pixels marked)",
                "precision (share of marked pixels edited)")
            .guide(
                0,
                share,
                1,
                share,
                String.format(Locale.ROOT, "chance: mean edited share, %.3f", share));
    curves.forEach(curve -> drawing.curve(curve, label(curve, "AP", LocalizationFigure.PIXEL_AP)));
    plots.add(drawing.drawn());
  }

  private void f1() {
    List<Curve> curves = result.curves().f1();
    if (curves.isEmpty()) {
      return;
    }
    Plot.Drawing drawing =
        new Plot.Drawing(
                "Pixels: F1 against the map threshold",
                "map threshold (a pixel is marked above it)",
                "mean F1 of the pictures")
            .guide(0.5, 0, 0.5, 1, "the protocol's threshold, 0.5");
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      int best = curve.highest();
      drawing.curve(
          curve,
          String.format(
              Locale.ROOT,
              "%s: %.3f at 0.5, best %.3f at %.2f (n = %d)",
              curve.name(),
              curve.y().get(HALF),
              curve.y().get(best),
              curve.x().get(best),
              curve.n()));
      drawing.dot(i, curve.x().get(best), curve.y().get(best), "");
    }
    plots.add(drawing.drawn());
  }

  private void imageRoc() {
    List<Curve> curves = result.curves().imageRoc();
    if (curves.isEmpty()) {
      return;
    }
    Plot.Drawing drawing =
        new Plot.Drawing(
                "Pictures as they came: ROC",
                "share of authentic pictures flagged",
                "share of fake pictures flagged")
            .guide(0, 0, 1, 1, "chance");
    for (int i = 0; i < curves.size(); i++) {
      Estimate auc =
          i == 0
              ? result.detection().getFirst().scoreAuc()
              : result.detection().getFirst().areaAuc();
      drawing.curve(
          curves.get(i),
          "%s: AUC %s (n = %d)"
              .formatted(
                  curves.get(i).name(),
                  auc == null ? "-" : auc.words(3, false),
                  curves.get(i).n()));
    }
    Estimate alarms = result.alarms().isEmpty() ? null : result.alarms().getFirst().atPoint();
    Estimate found =
        result.localization().isEmpty() ? null : result.localization().getFirst().found();
    if (alarms != null && found != null) {
      drawing.dot(
          1,
          alarms.value(),
          found.value(),
          String.format(
              Locale.ROOT,
              "operating point: %.1f %% of held-out authentic, %.1f %% of edited pictures",
              100 * alarms.value(),
              100 * found.value()));
    }
    plots.add(drawing.drawn());
  }

  private void reliability() {
    List<CalibrationTrial> trials = result.calibration().trials();
    if (trials.isEmpty()) {
      return;
    }
    Plot.Drawing drawing =
        new Plot.Drawing(
                "Calibration tried on pictures left out of the fit",
                "probability that the calibration gives",
                "share of fakes, both kinds weighing the same")
            .guide(0, 0, 1, 1, "probabilities that come true");
    for (int i = 0; i < trials.size(); i++) {
      Reliability reliability = trials.get(i).reliability();
      List<Reliability.Bin> bins = reliability.bins();
      drawing.curve(
          new Curve(
              "",
              bins.stream().map(Reliability.Bin::probability).toList(),
              bins.stream().map(Reliability.Bin::frequency).toList(),
              bins.stream().mapToInt(Reliability.Bin::observations).sum()),
          String.format(
              Locale.ROOT,
              "%s: Brier %.3f, expected calibration error %.3f",
              CalibrationFinding.words(trials.get(i).calibration()),
              reliability.brier(),
              reliability.expectedCalibrationError()));
      for (Reliability.Bin bin : bins) {
        drawing.dot(i, bin.probability(), bin.frequency(), "");
      }
    }
    plots.add(drawing.drawn());
  }

  private String label(Curve curve, String name, LocalizationFigure figure) {
    return result.localization().stream()
        .filter(row -> row.kind() == Group.Kind.POOL)
        .filter(row -> row.resaving().words().equals(curve.name()))
        .map(row -> row.figures().get(figure))
        .filter(Objects::nonNull)
        .map(
            mean ->
                "%s: mean %s %s (n = %d)"
                    .formatted(curve.name(), name, mean.words(3, false), curve.n()))
        .findFirst()
        .orElse(curve.name());
  }
}
