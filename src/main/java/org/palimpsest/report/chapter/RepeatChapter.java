package org.palimpsest.report.chapter;

import java.util.List;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Fact;

/** How anybody with the exhibits can compute the results again. */
final class RepeatChapter {
  private RepeatChapter() {}

  static Chapter of(ReportData data, BundleFacts bundle) {
    return new Chapter(
        "repeat",
        "How to repeat this",
        List.of(
            new Block.Text(
                "The replay bundle written with this report holds the parameters and results of"
                    + " every examined exhibit, and the localization maps of those described in"
                    + " full. Whoever has the exhibits, this program and the model can compute"
                    + " everything again; the program then says for every item whether score and"
                    + " map agree exactly, within a stated tolerance, or differ."),
            new Block.Facts(
                List.of(
                    Fact.code("Bundle", bundle.name()),
                    Fact.of("Maps in it", Words.count(bundle.maps())),
                    Fact.code("SHA-256 of its manifest", bundle.manifest()),
                    Fact.code(
                        "Command", "palimpsest replay " + bundle.name() + " --exhibits FOLDER"),
                    Fact.of("Program", data.program()))),
            new Block.Text(
                "The SHA-256 of this report itself cannot stand inside it. It is in the file"
                    + " SHA256SUMS beside it, with those of all files written with it.")));
  }
}
