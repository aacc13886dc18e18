package org.palimpsest.report.chapter;

import java.util.List;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Chapter;

/** How the results hold when an exhibit is changed a little. */
final class RobustnessChapter {
  private RobustnessChapter() {}

  static Chapter of(ReportData data) {
    String exhibits = data.isSingle() ? "this exhibit" : "these exhibits";
    return new Chapter(
        "robustness",
        "Robustness",
        List.of(
            new Block.Notice(
                Tone.NOTE,
                "Not done.",
                List.of(
                    "How the results on %s hold when they are saved again, made smaller or cropped was not examined."
                        .formatted(exhibits),
                    "What is known of the method in general is in the chapter on methods."))));
  }
}
