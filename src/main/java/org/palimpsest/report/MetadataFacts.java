package org.palimpsest.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.evidence.VisibleName;

/** The essentials of a file's metadata as the page lists them. */
final class MetadataFacts {
  private MetadataFacts() {}

  static List<PageFact> of(ExhibitMetadata metadata) {
    List<PageFact> facts = new ArrayList<>();
    add(facts, "Camera, as stated", metadata.camera());
    add(facts, "Software, as stated", metadata.software());
    add(facts, "Taken, as stated", metadata.taken());
    add(facts, "Content credentials", metadata.credentials().words());
    add(facts, "JPEG", metadata.jpeg() == null ? null : metadata.jpeg().words());
    add(
        facts,
        "Embedded thumbnail",
        metadata.thumbnail() == null ? null : metadata.thumbnail().words());
    metadata.notes().forEach(note -> add(facts, "Note on the file", note));
    int entries =
        metadata.directories().stream().mapToInt(directory -> directory.tags().size()).sum();
    add(facts, "Metadata", "%,d entries, listed in results.jsonl".formatted(entries));
    return facts;
  }

  private static void add(List<PageFact> facts, String label, @Nullable String value) {
    if (value != null) {
      facts.add(new PageFact(label, VisibleName.of(value)));
    }
  }
}
