package org.palimpsest.report;

import java.nio.file.Path;
import java.util.Set;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;

/**
 * What a person asks of a report.
 *
 * @param folder where its files go; made if need be
 * @param formats in which it is written, at least one
 * @param selection which exhibits, and how many of them in full
 * @param protection whether sources are hidden
 * @param replace whether a report that is in the folder is replaced
 */
public record ReportRequest(
    Path folder,
    Set<ReportFormat> formats,
    Selection selection,
    SourceProtection protection,
    boolean replace) {
  public ReportRequest {
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("A report is written in one format at least");
    }
    formats = Set.copyOf(formats);
  }
}
