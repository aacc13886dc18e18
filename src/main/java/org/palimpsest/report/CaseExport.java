package org.palimpsest.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.evidence.AtomicFile;

/**
 * A case as tables for other programs: {@code results.csv} and {@code results.jsonl} with every
 * examination and, of exhibits whose last attempt failed, the failure; {@code audit.jsonl} with the
 * audit log.
 */
public final class CaseExport {
  private static final int ENTRIES_AT_ONCE = 1000;

  private final CaseFile source;

  public CaseExport(CaseFile source) {
    this.source = source;
  }

  /**
   * Writes the tables into a folder, made if need be.
   *
   * @return the number of rows
   */
  public int write(Path folder) throws CaseException, OutputException {
    List<ResultRow> rows = rows();
    RowJson json = new RowJson();
    try {
      Files.createDirectories(folder);
      AtomicFile.write(
          folder.resolve("results.csv"), ResultsCsv.of(rows).getBytes(StandardCharsets.UTF_8));
      StringBuilder lines = new StringBuilder();
      rows.forEach(row -> lines.append(json.write(row)).append('\n'));
      AtomicFile.write(
          folder.resolve("results.jsonl"), lines.toString().getBytes(StandardCharsets.UTF_8));
      AtomicFile.write(folder.resolve("audit.jsonl"), audit().getBytes(StandardCharsets.UTF_8));
      return rows.size();
    } catch (IOException e) {
      throw new OutputException(
          "OUT-05", "The results could not be written into %s.".formatted(folder), e);
    }
  }

  private List<ResultRow> rows() throws CaseException {
    List<ResultRow> rows = new ArrayList<>();
    for (ExhibitRow exhibit : source.exhibits().rows()) {
      for (LatestResult result : source.examinations().of(exhibit.id())) {
        rows.add(
            new ResultRow(source.examinations().record(result.examination()), null, null, null));
      }
      if (exhibit.errorCode() != null) {
        rows.add(
            new ResultRow(
                new FailedItem(
                    exhibit.path().toString(),
                    exhibit.errorCode(),
                    String.valueOf(exhibit.error()),
                    exhibit.changedAt()),
                null,
                null,
                null));
      }
    }
    return rows;
  }

  private String audit() throws CaseException, IOException {
    StringBuilder lines = new StringBuilder();
    var mapper = RecordJson.mapper();
    for (long from = 1; ; from += ENTRIES_AT_ONCE) {
      List<AuditEntry> entries = source.audit().entries(from, ENTRIES_AT_ONCE);
      for (AuditEntry entry : entries) {
        lines.append(mapper.writeValueAsString(entry)).append('\n');
      }
      if (entries.size() < ENTRIES_AT_ONCE) {
        return lines.toString();
      }
    }
  }
}
