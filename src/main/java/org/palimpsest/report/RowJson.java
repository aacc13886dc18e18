package org.palimpsest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.CaseRow;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.casework.Robustness;

/**
 * Rows as JSON objects, one to a line: {@code kind} is {@code examined} or {@code failed}, the
 * other names are those of {@link ExaminationRecord} and {@link FailedItem} in snake_case, with
 * {@code artefacts} and {@code truth} beside them.
 */
final class RowJson {
  private static final String KIND = "kind";
  private static final String EXAMINED = "examined";
  private static final String FAILED = "failed";

  private final JsonMapper mapper = RecordJson.mapper();

  /** The row as one line without its end. */
  String write(ResultRow row) {
    ObjectNode line = mapper.createObjectNode();
    line.put(KIND, row.row() instanceof ExaminationRecord ? EXAMINED : FAILED);
    ObjectNode facts = mapper.valueToTree(row.row());
    line.setAll(facts);
    if (row.row() instanceof ExaminationRecord) {
      line.set("artefacts", mapper.valueToTree(row.artefacts()));
      line.set("truth", mapper.valueToTree(row.truth()));
      line.set("robustness", mapper.valueToTree(row.robustness()));
    }
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row of plain values can always be written", e);
    }
  }

  /** The row of a line. */
  ResultRow read(String line) throws IOException {
    JsonNode node = mapper.readTree(line);
    String kind = node.path(KIND).asText();
    return switch (kind) {
      case EXAMINED ->
          new ResultRow(
              as(completed(node), ExaminationRecord.class),
              part(node, "artefacts", Artefacts.class),
              part(node, "truth", TruthComparison.class),
              part(node, "robustness", Robustness.class));
      case FAILED -> new ResultRow(as(node, FailedItem.class), null, null, null);
      default -> throw new IOException("A row of an unknown kind: " + kind);
    };
  }

  /** Rows of versions that read no metadata or knew no calibration stay readable. */
  private static JsonNode completed(JsonNode node) {
    if (node.path("verdict") instanceof ObjectNode verdict && !verdict.has("probability")) {
      verdict.putNull("probability");
    }
    if (node instanceof ObjectNode row && !row.has("metadata")) {
      row.putNull("metadata");
    }
    return node;
  }

  private <T extends CaseRow> T as(JsonNode node, Class<T> type) throws JsonProcessingException {
    return mapper.treeToValue(node, type);
  }

  private <T> @Nullable T part(JsonNode node, String name, Class<T> type)
      throws JsonProcessingException {
    JsonNode part = node.path(name);
    return part.isMissingNode() || part.isNull() ? null : mapper.treeToValue(part, type);
  }
}
