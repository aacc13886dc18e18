package org.palimpsest.report.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.report.chapter.BundleFacts;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.Protector;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.data.Requirements;
import org.palimpsest.tasks.Progress;

/**
 * A report for machines, after {@code report.schema.json}: everything about every reported exhibit
 * and the whole audit log. It is written as a stream, one exhibit in memory at a time.
 */
public final class JsonReport {
  /** The version of the schema that is written. */
  static final int FORMAT = 1;

  private static final int PAGE = 1000;

  private final CaseFile file;
  private final Protector protector;
  private final JsonMapper mapper =
      RecordJson.mapper().rebuild().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();

  /**
   * A writer of one case's reports.
   *
   * @param protector hides the sources of what is read while writing
   */
  public JsonReport(CaseFile file, Protector protector) {
    this.file = file;
    this.protector = protector;
  }

  /**
   * Writes the file.
   *
   * @param data already without its sources
   */
  public void write(ReportData data, BundleFacts bundle, OutputStream out, Progress progress)
      throws IOException, CaseException, CancelledReportException {
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("format", "palimpsest-report");
      json.writeNumberField("format_version", FORMAT);
      json.writeFieldName("report");
      mapper.writeValue(json, header(data));
      json.writeFieldName("case");
      ObjectNode details = mapper.valueToTree(data.details());
      details.put("file", data.caseFile());
      mapper.writeValue(json, details);
      exhibits(data, json, progress);
      json.writeObjectFieldStart("models");
      for (Map.Entry<String, ModelCard> card : new TreeMap<>(data.cards()).entrySet()) {
        json.writeFieldName(card.getKey());
        mapper.writeValue(json, mapper.readTree(card.getValue().toJson()));
      }
      json.writeEndObject();
      custody(data, json);
      json.writeFieldName("bundle");
      mapper.writeValue(
          json,
          Map.of(
              "name", bundle.name(), "manifest_sha256", bundle.manifest(), "maps", bundle.maps()));
      json.writeEndObject();
    }
  }

  private Map<String, Object> header(ReportData data) {
    List<String> missing = Requirements.missing(data);
    return new TreeMap<>(
        Map.of(
            "version", data.version(),
            "written", data.at().toString(),
            "program", data.program(),
            "draft", !missing.isEmpty(),
            "missing", missing,
            "sources_protected", data.protection().on(),
            "file_names_protected", data.protection().on() && data.protection().fileNames(),
            "exhibits_not_selected", data.notSelected()));
  }

  private void exhibits(ReportData data, JsonGenerator json, Progress progress)
      throws IOException, CaseException, CancelledReportException {
    Map<Integer, DetailedExhibit> detailed =
        data.detailed().stream()
            .collect(Collectors.toMap(exhibit -> exhibit.listed().item(), exhibit -> exhibit));
    json.writeArrayFieldStart("exhibits");
    int done = 0;
    for (ListedExhibit exhibit : data.listed()) {
      CancelledReportException.check(progress);
      progress.report(done++, data.listed().size(), "JSON");
      mapper.writeValue(json, node(exhibit, detailed.get(exhibit.item())));
    }
    json.writeEndArray();
  }

  private ObjectNode node(
      ListedExhibit listed, @org.jspecify.annotations.Nullable DetailedExhibit detailed)
      throws CaseException {
    ObjectNode node = mapper.valueToTree(listed);
    node.remove("id");
    node.remove("latest");
    node.put("described_in_full", detailed != null);
    if (detailed != null) {
      node.set("receipt", mapper.valueToTree(detailed.receipt()));
      node.put("original_path", detailed.originalPath());
      node.set("storage", mapper.valueToTree(detailed.storage()));
      node.put("added_at", detailed.addedAt().toString());
      node.put(
          "received_at", detailed.receivedAt() == null ? null : detailed.receivedAt().toString());
      node.set("findings", mapper.valueToTree(detailed.findings()));
      node.set("results", mapper.valueToTree(detailed.results()));
    }
    LatestResult latest = listed.latest();
    node.set(
        "examination",
        latest == null
            ? mapper.nullNode()
            : mapper.valueToTree(
                protector.protect(file.examinations().record(latest.examination()))));
    return node;
  }

  private void custody(ReportData data, JsonGenerator json) throws IOException, CaseException {
    json.writeObjectFieldStart("custody");
    json.writeBooleanField("holds", data.custody().holds());
    json.writeStringField("result", data.custody().result());
    json.writeNumberField("total", data.custody().total());
    json.writeStringField("head", data.custody().head());
    json.writeArrayFieldStart("entries");
    Map<Long, Integer> items =
        data.listed().stream().collect(Collectors.toMap(ListedExhibit::id, ListedExhibit::item));
    List<AuditEntry> entries = file.audit().entries(1, PAGE);
    long written = 0;
    while (!entries.isEmpty() && written < data.custody().total()) {
      for (AuditEntry entry : entries) {
        // The log may grow while it is written; what was verified is what is listed.
        if (written++ < data.custody().total()) {
          ObjectNode node = mapper.valueToTree(protector.protect(entry));
          node.set(
              "item",
              entry.exhibit() == null
                  ? mapper.nullNode()
                  : mapper.valueToTree(items.get(entry.exhibit())));
          node.remove("exhibit");
          mapper.writeValue(json, node);
        }
      }
      entries = file.audit().entries(entries.getLast().seq() + 1, PAGE);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
