package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.report.ReportFormat;
import org.palimpsest.report.ReportRequest;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person can ask of a report on the command line. */
final class ReportOptions {
  @Parameters(paramLabel = "CASE", description = "the case file")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the report; made if need be")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      defaultValue = "pdf",
      paramLabel = "FORMAT,...",
      description = "pdf, html, csv, json, png (usually pdf)")
  private String format = "pdf";

  @Option(
      names = "--exhibits",
      paramLabel = "ITEMS",
      description = "numbers and ranges such as 1,4,7-9; otherwise the whole case")
  private @Nullable String exhibits;

  @Option(
      names = "--details",
      defaultValue = "50",
      paramLabel = "N",
      description = "exhibits described in full, the worst first (usually 50)")
  private int details = Selection.USUALLY_DETAILED;

  @Option(
      names = "--protect-sources",
      description = "hide positions, serial numbers, folders and names, visibly marked")
  private boolean protectSources;

  @Option(names = "--protect-names", description = "the same, and file names too")
  private boolean protectNames;

  @Option(names = "--replace", description = "replace a report that is in the folder")
  private boolean replace;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  Path file() {
    return file;
  }

  boolean showsProgress() {
    return progress;
  }

  /**
   * The report asked for.
   *
   * @throws IllegalArgumentException with a sentence when the options make none
   */
  ReportRequest request() {
    if (details < 0) {
      throw new IllegalArgumentException("--details is 0 or more");
    }
    Set<Integer> items = exhibits == null ? Set.of() : Selection.items(exhibits);
    SourceProtection protection =
        protectNames
            ? SourceProtection.ofSourcesAndNames()
            : protectSources ? SourceProtection.ofSources() : SourceProtection.none();
    return new ReportRequest(
        out, ReportFormat.of(format), new Selection(items, details), protection, replace);
  }
}
