package org.palimpsest.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FileFacts;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.casework.PictureFacts;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.store.Exhibit;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.registry.InputMode;

/** What the inspector lists, in words: of the file, of its own statements, of an examination. */
final class ExhibitFacts {
  private ExhibitFacts() {}

  /** The file and the picture in it. */
  static List<Fact> file(Exhibit exhibit) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.toCopy("path", exhibit.row().path().toString()));
    IntakeFacts intake = exhibit.facts();
    if (intake != null) {
      FileFacts file = intake.file();
      facts.add(Fact.toCopy("sha256", file.sha256()));
      facts.add(Fact.of("bytes", String.format(Locale.ROOT, "%,d", file.bytes())));
      facts.add(Fact.of("type", file.type()));
      if (file.misnamed()) {
        facts.add(Fact.of("misnamed", extension(exhibit.row().name())));
      }
      add(facts, "jpegQuality", file.jpegQuality());
      picture(facts, intake.picture());
    }
    Integer twin = exhibit.row().duplicateOf();
    add(facts, "duplicate", twin);
    facts.add(Fact.of("added", exhibit.content().addedAt()));
    Instant received = exhibit.receivedAt();
    if (received != null) {
      facts.add(Fact.of("received", received));
    }
    return facts;
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(dot);
  }

  private static void picture(List<Fact> facts, @Nullable PictureFacts picture) {
    if (picture == null) {
      return;
    }
    facts.add(Fact.of("pixels", picture.width() + " × " + picture.height()));
    facts.add(Fact.of("format", picture.format()));
    facts.add(Fact.of("orientation", picture.orientation()));
    facts.add(Fact.of("decoder", picture.decoder()));
    picture.notes().forEach(note -> facts.add(Fact.of("decoderNote", note)));
  }

  /** What the file says of itself. */
  static List<Fact> statements(@Nullable ExhibitMetadata metadata) {
    List<Fact> facts = new ArrayList<>();
    if (metadata != null) {
      add(facts, "camera", metadata.camera());
      add(facts, "software", metadata.software());
      add(facts, "taken", metadata.taken());
      facts.add(Fact.of("credentials", metadata.credentials().words()));
      add(facts, "jpeg", metadata.jpeg() == null ? null : metadata.jpeg().words());
      add(facts, "thumbnail", metadata.thumbnail() == null ? null : metadata.thumbnail().words());
      metadata.notes().forEach(note -> facts.add(Fact.of("note", note)));
    }
    return facts;
  }

  /** All that is needed to repeat an examination. */
  static List<Fact> run(ExaminationRecord record) {
    Conditions conditions = record.conditions();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("model", conditions.model()));
    facts.add(Fact.toCopy("modelSha256", conditions.modelSha256()));
    facts.add(Fact.of("mode", mode(conditions)));
    facts.add(
        Fact.of("threshold", conditions.threshold() + " (" + conditions.thresholdSource() + ")"));
    facts.add(Fact.of("device", conditions.device()));
    facts.add(Fact.of("precision", conditions.precision()));
    facts.add(Fact.of("inputs", Integer.toString(record.measurement().inputs().size())));
    facts.add(Fact.of("specks", Integer.toString(record.measurement().specks())));
    Versions versions = record.versions();
    facts.add(
        Fact.of(
            "software",
            String.join(
                "; ", versions.program(), versions.engine(), versions.java(), versions.system())));
    facts.add(
        Fact.of(
            "seconds",
            String.format(
                Locale.ROOT,
                "%.2f + %.2f + %.2f + %.2f",
                record.seconds().read(),
                record.seconds().decode(),
                record.seconds().predict(),
                record.seconds().map())));
    facts.add(Fact.of("at", record.at()));
    if (!record.commandLine().isEmpty()) {
      facts.add(Fact.toCopy("command", String.join(" ", record.commandLine())));
    }
    return facts;
  }

  private static String mode(Conditions conditions) {
    return conditions.mode() == InputMode.WHOLE
        ? "whole, " + conditions.inputSize() + " px"
        : "tiles, %d px, overlap %d px".formatted(conditions.inputSize(), conditions.overlap());
  }

  private static void add(List<Fact> facts, String key, @Nullable Object value) {
    if (value != null) {
      facts.add(Fact.of(key, Objects.toString(value)));
    }
  }
}
