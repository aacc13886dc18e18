package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.palimpsest.casework.store.SignOff;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;

/** Who answers for the report. */
final class SignaturesChapter {
  private SignaturesChapter() {}

  static Chapter of(ReportData data) {
    Set<String> readers = new LinkedHashSet<>();
    for (DetailedExhibit exhibit : data.detailed()) {
      exhibit
          .findings()
          .forEach(
              finding -> {
                SignOff signOff = finding.signOff();
                if (signOff != null) {
                  readers.add(Words.visible(signOff.reader()));
                }
              });
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Cell.of("Examiner"),
            Cell.of(Words.text(data.details().examiner())),
            Cell.of(""),
            Cell.of("")));
    readers.forEach(
        reader ->
            rows.add(List.of(Cell.of("Second reader"), Cell.of(reader), Cell.of(""), Cell.of(""))));
    if (readers.isEmpty()) {
      rows.add(
          List.of(Cell.of("Second reader"), Cell.of(Words.NOT_STATED), Cell.of(""), Cell.of("")));
    }
    return new Chapter(
        "signatures",
        "Signatures",
        List.of(
            new Block.Text(
                "The signatures below cover the report whose SHA-256 is in the file SHA256SUMS"
                    + " beside it."),
            new Block.Table(
                null,
                List.of(
                    Column.words("Role", 20),
                    Column.words("Name", 30),
                    Column.words("Date", 20),
                    Column.words("Signature", 30)),
                rows)));
  }
}
