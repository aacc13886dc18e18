package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.report.data.CustodyFacts;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Fact;

/** The audit log and what verifying it gave. */
final class CustodyChapter {
  private CustodyChapter() {}

  static Chapter of(ReportData data) {
    CustodyFacts custody = data.custody();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "Everything done in the case is written into a log that can only be added to. Each"
                + " entry carries the digest of the one before, so that an entry that was changed,"
                + " removed or put in afterwards breaks the chain."));
    blocks.add(
        new Block.Notice(
            custody.holds() ? Tone.NOTE : Tone.WARNING,
            custody.holds()
                ? "The custody log was verified and holds."
                : "The custody log does NOT hold.",
            List.of(Words.visible(custody.result()))));
    long changed = data.listed().stream().filter(exhibit -> !exhibit.check().holds()).count();
    if (changed > 0) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "%s not as received when this report was written."
                  .formatted(
                      changed == 1 ? "1 exhibit was" : Words.count(changed) + " exhibits were"),
              List.of("The chapter on exhibits says which.")));
    }
    blocks.add(
        new Block.Facts(
            List.of(
                Fact.of("Entries", Words.count(custody.total())),
                Fact.code("Digest of the newest entry", custody.head()),
                Fact.code("Case file", Words.visible(data.caseFile())))));
    blocks.add(entries(data));
    return new Chapter("custody", "Custody", blocks);
  }

  private static Block.Table entries(ReportData data) {
    Map<Long, Integer> items = new HashMap<>();
    for (ListedExhibit exhibit : data.listed()) {
      items.put(exhibit.id(), exhibit.item());
    }
    CustodyFacts custody = data.custody();
    List<List<Cell>> rows = new ArrayList<>();
    for (AuditEntry entry : custody.entries()) {
      Integer item = entry.exhibit() == null ? null : items.get(entry.exhibit());
      rows.add(
          List.of(
              Cell.of(entry.seq()),
              Cell.of(entry.at().replaceAll("\\.\\d+Z$", "Z")),
              Cell.of(Words.visible(entry.person())),
              Cell.of(action(entry.action())),
              Cell.of(item == null ? "" : item.toString()),
              Cell.code(entry.sha256().substring(0, 16))));
    }
    String caption =
        custody.entries().size() == custody.total()
            ? "The custody log: all entries. Digests are cut to 16 digits; the machine-readable"
                + " report has them in full."
            : "The custody log: %s of %s entries, those about the case and the exhibits described in full. The machine-readable report has all of them, with full digests."
                .formatted(Words.count(custody.entries().size()), Words.count(custody.total()));
    return new Block.Table(
        caption,
        List.of(
            Column.numbers("No.", 7),
            Column.words("When (UTC)", 21),
            Column.words("Who", 18),
            Column.words("What", 24),
            Column.numbers("Item", 8),
            Column.words("Digest", 22)),
        rows);
  }

  private static String action(String action) {
    return Words.start(action.toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
