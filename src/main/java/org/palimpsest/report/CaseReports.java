package org.palimpsest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.AuditAction;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.data.CaseReader;
import org.palimpsest.report.data.CustodyCheck;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.data.Requirements;
import org.palimpsest.report.format.PdfPages;
import org.palimpsest.tasks.Progress;

/**
 * Writes reports about a case, for the window and the command line alike. Exhibits are read, never
 * written; of a report that fails or is cancelled nothing is kept.
 */
public final class CaseReports {
  private final ModelRegistry registry;
  private final String program;
  private final InstantSource clock;

  /**
   * Reports by this program.
   *
   * @param registry where the cards of the models are
   * @param program this program with its version
   */
  public CaseReports(ModelRegistry registry, String program, InstantSource clock) {
    this.registry = registry;
    this.program = program;
    this.clock = clock;
  }

  /** What would keep a report a draft, a sentence each, the custody of the case apart. */
  public List<String> missing(CaseFile file, ReportRequest request, Progress progress)
      throws CaseException, CancelledReportException {
    return Requirements.missing(read(file, request, CustodyCheck.later(), progress));
  }

  /**
   * Writes a report with its replay bundle and the list of digests, and notes it in the audit log
   * where the case can be changed.
   *
   * @throws OutputException when it cannot be written; nothing of it is kept
   * @throws CancelledReportException when it was cancelled; nothing of it is kept
   */
  public WrittenReport write(CaseFile file, ReportRequest request, Progress progress)
      throws CaseException, OutputException, CancelledReportException {
    ReportFolder folder = ReportFolder.open(request);
    try {
      CustodyCheck custody = CustodyCheck.of(file, progress);
      ReportData data = read(file, request, custody, progress);
      new ReportDraft(file, data, folder.work(), progress).write(request.formats());
      List<Path> files = folder.publish();
      note(file, request, files);
      return new WrittenReport(files, Requirements.missing(data), data.listed().size());
    } catch (IOException e) {
      CancelledReportException.check(progress);
      throw new OutputException(
          "OUT-30",
          "The report cannot be written into %s: %s."
              .formatted(request.folder(), ReportFolder.reason(e)),
          e);
    } finally {
      folder.close();
    }
  }

  /**
   * The report as a PDF in a folder for temporary files, to be looked at page by page.
   *
   * @param request its folder and formats do not matter
   */
  public ReportPreview preview(CaseFile file, ReportRequest request, Progress progress)
      throws CaseException, OutputException, CancelledReportException {
    Path work;
    try {
      work = Files.createTempDirectory("palimpsest-preview");
    } catch (IOException e) {
      throw new OutputException("OUT-31", "There is no room for temporary files.", e);
    }
    try {
      ReportData data = read(file, request, CustodyCheck.later(), progress);
      new ReportDraft(file, data, work, progress).write(EnumSet.of(ReportFormat.PDF));
      return new ReportPreview(
          work, PdfPages.open(work.resolve(ReportFormat.PDF.file())), Requirements.missing(data));
    } catch (IOException e) {
      ReportFolder.remove(work);
      CancelledReportException.check(progress);
      throw new OutputException(
          "OUT-32", "The preview cannot be written: %s.".formatted(ReportFolder.reason(e)), e);
    } catch (CaseException | CancelledReportException | RuntimeException e) {
      ReportFolder.remove(work);
      throw e;
    }
  }

  private ReportData read(
      CaseFile file, ReportRequest request, CustodyCheck custody, Progress progress)
      throws CaseException, CancelledReportException {
    CancelledReportException.check(progress);
    return new CaseReader(file, registry, program, clock.instant())
        .read(request.selection(), request.protection(), custody, progress);
  }

  private static void note(CaseFile file, ReportRequest request, List<Path> files)
      throws CaseException, IOException {
    if (file.isReadOnly()) {
      return;
    }
    Map<String, Object> facts = new TreeMap<>();
    List<String> formats = new ArrayList<>();
    request.formats().stream().sorted().forEach(format -> formats.add(format.name()));
    facts.put("formats", String.join(", ", formats));
    facts.put("sources_protected", request.protection().on());
    // The digest of the list of digests stands for every file of the report.
    facts.put("sha256", Sha256.of(files.getLast()).hex());
    file.audit().note(AuditAction.REPORT_WRITTEN, facts);
  }
}
