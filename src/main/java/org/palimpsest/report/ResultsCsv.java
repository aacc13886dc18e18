package org.palimpsest.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.CalibratedProbability;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.Robustness;
import org.palimpsest.evidence.ExhibitMetadata;

/**
 * {@code results.csv} after RFC 4180: a header, one line per file, CRLF, UTF-8. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front; the exact text is in {@code
 * results.jsonl}.
 */
final class ResultsCsv {
  private static final List<String> HEADER =
      List.of(
          "path",
          "outcome",
          "reason",
          "error_code",
          "score_not_a_probability",
          "probability",
          "probability_calibrated_on",
          "area_above_threshold",
          "peak",
          "regions",
          "largest_region_x",
          "largest_region_y",
          "largest_region_width",
          "largest_region_height",
          "width",
          "height",
          "bytes",
          "sha256",
          "type",
          "misnamed",
          "format",
          "decoder",
          "orientation",
          "decoder_notes",
          "camera",
          "software",
          "taken",
          "content_credentials",
          "metadata_notes",
          "model",
          "model_sha256",
          "mode",
          "input_size",
          "overlap",
          "inputs",
          "threshold",
          "threshold_source",
          "device",
          "precision",
          "program",
          "engine",
          "java",
          "system",
          "seconds_read",
          "seconds_decode",
          "seconds_predict",
          "seconds_map",
          "utc",
          "command_line",
          "overlay",
          "map",
          "truth_iou",
          "truth_f1",
          "robustness",
          "robustness_variants",
          "robustness_same_outcome",
          "robustness_smallest_overlap");

  private final StringBuilder text = new StringBuilder();
  private final List<String> cells = new ArrayList<>();

  private ResultsCsv() {}

  static String of(Collection<ResultRow> rows) {
    ResultsCsv csv = new ResultsCsv();
    HEADER.forEach(csv::text);
    csv.endLine();
    for (ResultRow row : rows) {
      switch (row.row()) {
        case ExaminationRecord record -> csv.examined(record, row);
        case FailedItem item -> csv.failed(item);
      }
      csv.endLine();
    }
    return csv.text.toString();
  }

  private void failed(FailedItem item) {
    text(item.path());
    text("not examined");
    text(item.reason());
    text(item.code());
    while (cells.size() < HEADER.indexOf("utc")) {
      cells.add("");
    }
    text(item.at().toString());
    while (cells.size() < HEADER.size()) {
      cells.add("");
    }
  }

  private void examined(ExaminationRecord record, ResultRow row) {
    text(record.path());
    text(record.verdict().outcome().words());
    text(record.verdict().reason());
    text("");
    number(record.measurement().score());
    probability(record.verdict().probability());
    number(record.measurement().areaShare());
    number(record.measurement().peak());
    number(record.measurement().regions().size());
    record.measurement().regions().stream()
        .limit(1)
        .forEach(
            region -> {
              number(region.box().x());
              number(region.box().y());
              number(region.box().width());
              number(region.box().height());
            });
    while (cells.size() < HEADER.indexOf("width")) {
      cells.add("");
    }
    number(record.picture().width());
    number(record.picture().height());
    number(record.file().bytes());
    text(record.file().sha256());
    text(record.file().type());
    text(record.file().misnamed() ? "yes" : "no");
    text(record.picture().format());
    text(record.picture().decoder());
    text(record.picture().orientation());
    text(String.join("; ", record.picture().notes()));
    metadata(record.metadata());
    conditions(record.conditions(), record.measurement().inputs().size());
    text(record.versions().program());
    text(record.versions().engine());
    text(record.versions().java());
    text(record.versions().system());
    number(record.seconds().read());
    number(record.seconds().decode());
    number(record.seconds().predict());
    number(record.seconds().map());
    text(record.at().toString());
    text(String.join(" ", record.commandLine()));
    text(row.artefacts() == null ? "" : row.artefacts().overlay());
    text(row.artefacts() == null ? "" : row.artefacts().map());
    if (row.truth() == null) {
      text("");
      text("");
    } else {
      number(row.truth().iou());
      number(row.truth().f1());
    }
    robustness(row.robustness());
  }

  private void probability(@Nullable CalibratedProbability probability) {
    if (probability == null) {
      cells.addAll(List.of("", ""));
    } else {
      number(probability.value());
      text(probability.words());
    }
  }

  private void robustness(@Nullable Robustness robustness) {
    if (robustness == null) {
      cells.addAll(Collections.nCopies(4, ""));
      return;
    }
    text(robustness.sentence());
    number(robustness.variants().size());
    number(robustness.sameOutcome());
    Double overlap = robustness.smallestOverlap();
    if (overlap == null) {
      text("");
    } else {
      number(overlap);
    }
  }

  private void metadata(@Nullable ExhibitMetadata metadata) {
    if (metadata == null) {
      cells.addAll(Collections.nCopies(5, ""));
      return;
    }
    text(Objects.requireNonNullElse(metadata.camera(), ""));
    text(Objects.requireNonNullElse(metadata.software(), ""));
    text(Objects.requireNonNullElse(metadata.taken(), ""));
    text(metadata.credentials().words());
    text(String.join("; ", metadata.notes()));
  }

  private void conditions(Conditions conditions, int inputs) {
    text(conditions.model());
    text(conditions.modelSha256());
    text(conditions.mode().name().toLowerCase(Locale.ROOT));
    number(conditions.inputSize());
    number(conditions.overlap());
    number(inputs);
    number(conditions.threshold());
    text(conditions.thresholdSource());
    text(conditions.device());
    text(conditions.precision());
  }

  private void number(double value) {
    cells.add(
        value == Math.rint(value)
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.6f", value));
  }

  private void text(String value) {
    String harmless =
        !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = harmless.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
    cells.add(quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless);
  }

  private void endLine() {
    if (cells.size() != HEADER.size()) {
      throw new IllegalStateException(
          "%d cells for %d columns".formatted(cells.size(), HEADER.size()));
    }
    text.append(String.join(",", cells)).append("\r\n");
    cells.clear();
  }
}
