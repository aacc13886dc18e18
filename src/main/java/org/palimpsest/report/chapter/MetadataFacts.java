package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.evidence.MetadataDirectory;
import org.palimpsest.evidence.MetadataTag;
import org.palimpsest.evidence.QuantisationTable;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Fact;

/** The metadata of a file as a report lists them. */
final class MetadataFacts {
  private static final int LISTED = 40;
  private static final int LONGEST = 160;

  private MetadataFacts() {}

  static List<Fact> of(ExhibitMetadata metadata) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Camera, as stated", metadata.camera());
    add(facts, "Software, as stated", metadata.software());
    add(facts, "Taken, as stated", metadata.taken());
    if (metadata.jpeg() != null) {
      add(facts, "JPEG structure", metadata.jpeg().words());
      for (QuantisationTable table : metadata.jpeg().tables()) {
        facts.add(
            Fact.code(
                "Quantisation table " + table.id(),
                String.join(" ", table.divisors().stream().map(String::valueOf).toList())));
      }
    }
    if (metadata.thumbnail() != null) {
      add(facts, "Embedded thumbnail", metadata.thumbnail().words());
    }
    metadata.notes().forEach(note -> add(facts, "Note on the file", note));
    return facts;
  }

  /** The first entries as a table; empty where there are none. */
  static Optional<Block> table(ExhibitMetadata metadata) {
    List<List<Cell>> rows = new ArrayList<>();
    int all = 0;
    for (MetadataDirectory directory : metadata.directories()) {
      for (MetadataTag tag : directory.tags()) {
        if (all++ < LISTED) {
          rows.add(
              List.of(
                  Cell.of(Words.visible(directory.name())),
                  Cell.of(Words.visible(tag.name())),
                  Cell.of(shortened(Words.visible(tag.value())))));
        }
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String caption =
        all > LISTED
            ? "Metadata: the first %d of %d entries; the machine-readable report has all."
                .formatted(LISTED, all)
            : "Metadata: all entries.";
    return Optional.of(
        new Block.Table(
            caption,
            List.of(
                Column.words("Group", 20), Column.words("Entry", 32), Column.words("Value", 48)),
            rows));
  }

  private static String shortened(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + " …";
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null) {
      facts.add(Fact.of(label, Words.visible(value)));
    }
  }
}
