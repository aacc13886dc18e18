package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.FileCheck;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Fact;

/** What was received, from whom, and the digests by which it is known again. */
final class ExhibitsChapter {
  private ExhibitsChapter() {}

  static Chapter of(ReportData data) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "A SHA-256 digest identifies the content of a file: any change of the file changes it."
                + " Every exhibit was hashed when it was received, before it was examined (the very"
                + " bytes that were hashed were decoded), and again when this report was"
                + " written."));
    blocks.add(digests(data));
    if (data.notSelected() > 0) {
      blocks.add(
          new Block.Text(
              "%s of this case %s not part of this report."
                  .formatted(
                      Words.plural(data.notSelected(), "further exhibit", "further exhibits"),
                      data.notSelected() == 1 ? "is" : "are")));
    }
    for (DetailedExhibit exhibit : data.detailed()) {
      blocks.add(
          new Block.Heading("receipt-" + exhibit.listed().item(), exhibit.label() + ": receipt"));
      blocks.add(new Block.Facts(receipt(exhibit)));
    }
    return new Chapter("exhibits", "Exhibits and their digests", blocks);
  }

  private static Block.Table digests(ReportData data) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ListedExhibit exhibit : data.listed()) {
      rows.add(
          List.of(
              Cell.of(exhibit.item()),
              Cell.of(Words.visible(exhibit.name())),
              Cell.of(exhibit.bytes() == null ? "" : Words.count(exhibit.bytes())),
              exhibit.sha256() == null ? Cell.of("never read") : Cell.code(exhibit.sha256()),
              Cell.of(check(exhibit.check()))));
    }
    return new Block.Table(
        "Exhibits with the SHA-256 of their content at intake.",
        List.of(
            Column.numbers("Item", 8),
            Column.words("File", 25),
            Column.numbers("Bytes", 12),
            Column.words("SHA-256 at intake", 37),
            Column.words("When reported", 18)),
        rows);
  }

  private static String check(FileCheck check) {
    return check.state() == FileCheck.State.CHANGED
        ? check.state().words() + "; SHA-256 now " + check.sha256()
        : check.state().words();
  }

  private static List<Fact> receipt(DetailedExhibit exhibit) {
    Receipt receipt = exhibit.receipt();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Received how", Words.text(receipt.how())));
    facts.add(Fact.of("From", Words.text(receipt.from())));
    facts.add(Fact.of("When", Words.time(receipt.at())));
    facts.add(Fact.of("By", Words.text(receipt.by())));
    if (!receipt.originalName().isBlank()) {
      facts.add(Fact.of("Name with the sender", Words.visible(receipt.originalName())));
    }
    if (!receipt.note().isBlank()) {
      facts.add(Fact.of("Note", Words.visible(receipt.note())));
    }
    facts.add(Fact.code("Found at", Words.visible(exhibit.originalPath())));
    facts.add(
        Fact.of(
            "Kept",
            exhibit.storage() == Storage.COPY
                ? "as a copy in the case, written from the bytes that were hashed"
                : "where it was found; the case holds its digest"));
    facts.add(Fact.of("Added to the case", Words.time(exhibit.addedAt())));
    facts.add(Fact.of("First read and hashed", Words.time(exhibit.receivedAt())));
    return facts;
  }
}
