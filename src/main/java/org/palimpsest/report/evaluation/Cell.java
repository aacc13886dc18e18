package org.palimpsest.report.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.Estimate;

/**
 * A figure in a table of the page.
 *
 * @param value the figure; a dash where there is none
 * @param interval its 95 % interval; empty where there is none
 * @param n pictures it rests on where that is not the row's number; empty otherwise
 */
public record Cell(String value, String interval, String n) {
  static Cell of(@Nullable Estimate estimate, boolean percent, int rowCount) {
    if (estimate == null) {
      return new Cell("–", "", "");
    }
    return new Cell(
        number(estimate.value(), percent) + (percent ? " %" : ""),
        estimate.interval() == null
            ? ""
            : number(estimate.interval().low(), percent)
                + " to "
                + number(estimate.interval().high(), percent),
        estimate.n() == rowCount ? "" : "n = " + estimate.n());
  }

  static Cell text(String value) {
    return new Cell(value, "", "");
  }

  private static String number(double value, boolean percent) {
    return String.format(Locale.ROOT, percent ? "%.1f" : "%.3f", percent ? 100 * value : value);
  }
}
