package org.palimpsest.report;

import java.util.List;
import java.util.Locale;
import org.palimpsest.casework.Robustness;
import org.palimpsest.casework.VariantResult;

/**
 * How a result holds for variants, as the page shows it.
 *
 * @param sentence in plain words
 * @param variants one row each
 * @param skipped what was left out, in words; empty where nothing was
 */
public record PageRobustness(String sentence, List<Variant> variants, String skipped) {
  public PageRobustness {
    variants = List.copyOf(variants);
  }

  /**
   * A variant in words.
   *
   * @param name what was done
   * @param outcome outcome in the fixed words
   * @param score largest class score
   * @param area share above the threshold
   * @param regions number of regions
   * @param overlap overlap of the marked area with the picture's
   */
  public record Variant(
      String name, String outcome, String score, String area, int regions, String overlap) {}

  static PageRobustness of(Robustness robustness) {
    return new PageRobustness(
        robustness.sentence(),
        robustness.variants().stream().map(PageRobustness::variant).toList(),
        robustness.skipped().isEmpty()
            ? ""
            : "Too small for: %s.".formatted(String.join(", ", robustness.skipped())));
  }

  private static Variant variant(VariantResult one) {
    return new Variant(
        one.variation().words(),
        one.outcome().words(),
        String.format(Locale.ROOT, "%.4f", one.score()),
        String.format(Locale.ROOT, "%.2f %%", 100 * one.areaShare()),
        one.regions(),
        one.overlap() == null
            ? "nothing marked"
            : String.format(Locale.ROOT, "%.2f", one.overlap()));
  }
}
