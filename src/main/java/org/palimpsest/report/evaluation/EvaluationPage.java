package org.palimpsest.report.evaluation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.AreaRule;
import org.palimpsest.evaluation.Comparison;
import org.palimpsest.evaluation.Estimate;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.Group;
import org.palimpsest.evaluation.LocalizationFigure;
import org.palimpsest.evaluation.LocalizationRow;
import org.palimpsest.evaluation.SetFacts;
import org.palimpsest.evaluation.data.Unusable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.report.PageFact;

/**
 * The page of an evaluation: one self-contained file without scripts, nothing in it is fetched from
 * elsewhere.
 *
 * @param model name of the model
 * @param written when, UTC
 * @param counts the figures that matter most
 * @param sentences what they mean, a sentence each
 * @param plots lines
 * @param sets what was measured
 * @param localization where, by resaving
 * @param detection whether
 * @param alarms false alarms
 * @param comparison with another run; null without one
 * @param gallery the worst as pictures
 * @param unusable files that could not be measured
 * @param notes what else a reader should know
 * @param facts what is needed to repeat it
 */
public record EvaluationPage(
    String model,
    String written,
    List<PageFact> counts,
    List<String> sentences,
    List<Plot> plots,
    Table sets,
    List<Table> localization,
    Table detection,
    Table alarms,
    @Nullable Table comparison,
    Gallery gallery,
    List<Row> unusable,
    List<String> notes,
    List<PageFact> facts) {
  private static final String TEMPLATES = "org.palimpsest.report.page";

  /**
   * A file that could not be measured.
   *
   * @param file its path
   * @param reason why
   * @param code short and stable
   */
  public record Row(String file, String reason, String code) {}

  static EvaluationPage of(EvaluationResult result, Gallery gallery, List<String> more) {
    Tables tables = new Tables(result);
    Comparison comparison = result.comparison();
    List<String> notes = new ArrayList<>(result.measurements().notes());
    notes.addAll(more);
    return new EvaluationPage(
        VisibleName.of(result.facts().model()),
        result.facts().at().toString(),
        counts(result),
        sentences(result),
        Plots.of(result),
        tables.sets(),
        tables.localization(),
        tables.detection(),
        tables.alarms(),
        comparison == null ? null : Tables.comparison(comparison),
        gallery,
        result.measurements().unusable().stream().map(EvaluationPage::row).toList(),
        notes.stream().map(VisibleName::of).toList(),
        facts(result));
  }

  void write(OutputStream out) throws IOException {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, EvaluationPage.class.getClassLoader(), TEMPLATES);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      engine.render("evaluation.jte", this, new WriterOutput(writer));
    } catch (TemplateException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw new IOException(io);
      }
      throw e;
    }
    writer.flush();
  }

  private static Row row(Unusable one) {
    return new Row(VisibleName.of(one.file().toString()), VisibleName.of(one.reason()), one.code());
  }

  private static List<PageFact> counts(EvaluationResult result) {
    List<PageFact> counts = new ArrayList<>();
    int edited = result.sets().stream().mapToInt(SetFacts::edited).sum();
    int authentic = result.sets().stream().mapToInt(SetFacts::authentic).sum();
    counts.add(new PageFact("edited pictures", Integer.toString(edited)));
    counts.add(new PageFact("authentic pictures", Integer.toString(authentic)));
    LocalizationRow pool = pool(result);
    if (pool != null && pool.figures().get(LocalizationFigure.BLOCK_AUC) != null) {
      counts.add(
          new PageFact(
              "mean block AUC as they came (0.5 is chance)",
              number(pool.figures().get(LocalizationFigure.BLOCK_AUC), false)));
    }
    if (pool != null && pool.found() != null) {
      counts.add(
          new PageFact("of the edits found at the operating point", number(pool.found(), true)));
    }
    Estimate alarms = alarmsAtPoint(result);
    if (alarms != null) {
      counts.add(new PageFact("of held-out authentic pictures flagged", number(alarms, true)));
    }
    return counts;
  }

  private static String number(@Nullable Estimate estimate, boolean percent) {
    return estimate == null
        ? "–"
        : String.format(
            Locale.ROOT,
            percent ? "%.1f %%" : "%.3f",
            percent ? 100 * estimate.value() : estimate.value());
  }

  private static @Nullable LocalizationRow pool(EvaluationResult result) {
    return result.localization().stream()
        .filter(row -> row.kind() == Group.Kind.POOL)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Estimate alarmsAtPoint(EvaluationResult result) {
    return result.alarms().isEmpty() ? null : result.alarms().getFirst().atPoint();
  }

  private static List<String> sentences(EvaluationResult result) {
    List<String> sentences = new ArrayList<>();
    AreaRule rule = result.rule();
    Estimate alarms = alarmsAtPoint(result);
    LocalizationRow pool = pool(result);
    if (rule == null || alarms == null) {
      sentences.add(
          "No operating point was measured, because that takes authentic pictures. A model without"
              + " one calls every picture inconclusive.");
    } else {
      sentences.add(
          String.format(
              Locale.ROOT,
              "A picture is flagged when at least %.3f %% of it lie above %.2f in the map. That"
                  + " flagged %s of %d authentic pictures it was not chosen on%s.",
              100 * rule.limit(),
              rule.mapThreshold(),
              alarms.words(1, true),
              alarms.n(),
              pool == null || pool.found() == null
                  ? ""
                  : " and found %s of %d edited ones, as they came"
                      .formatted(pool.found().words(1, true), pool.found().n())));
    }
    sentences.add(result.envelope().reason());
    sentences.add(result.calibration().reason());
    return sentences;
  }

  private static List<PageFact> facts(EvaluationResult result) {
    return List.of(
        new PageFact("Model", VisibleName.of(result.facts().model())),
        new PageFact("Weights SHA-256", result.facts().weightsSha256()),
        new PageFact(
            "Mode",
            result.facts().mode().name().toLowerCase(Locale.ROOT)
                + "; OpenSDID's figures with the whole picture stretched to the input"),
        new PageFact(
            "Device", result.facts().device() + ", precision " + result.facts().precision()),
        new PageFact("Program", result.facts().program()),
        new PageFact(
            "Intervals",
            "95 %%; means: percentiles of %d bootstrap resamples over pictures, seed %d; rates: exact binomial"
                .formatted(
                    result.facts().bootstrap().resamples(), result.facts().bootstrap().seed())),
        new PageFact("Command", VisibleName.of(result.facts().commandLine())));
  }
}
