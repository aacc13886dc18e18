package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;

/** What is known of content credentials. */
final class CredentialsChapter {
  private CredentialsChapter() {}

  static Chapter of(ReportData data) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DetailedExhibit exhibit : data.detailed()) {
      ExhibitMetadata metadata = metadata(exhibit);
      rows.add(
          List.of(
              Cell.of(exhibit.listed().item()),
              Cell.of(metadata == null ? "not looked for" : metadata.credentials().words())));
    }
    return new Chapter(
        "credentials",
        "Content credentials",
        List.of(
            new Block.Text(
                "Content credentials (C2PA) are statements about a picture's origin that its maker"
                    + " may have signed. This program looks whether they are there. It does not"
                    + " validate the signature, the signer or the time stamp, and compares them"
                    + " with no trust list. Their absence proves nothing: most pictures have none,"
                    + " and they are easily removed."),
            new Block.Table(
                null,
                List.of(Column.numbers("Item", 10), Column.words("Content credentials", 90)),
                rows)));
  }

  private static @Nullable ExhibitMetadata metadata(DetailedExhibit exhibit) {
    if (exhibit.record() != null && exhibit.record().metadata() != null) {
      return exhibit.record().metadata();
    }
    return exhibit.intake() == null ? null : exhibit.intake().metadata();
  }
}
