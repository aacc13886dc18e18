package org.palimpsest.report.data;

import org.palimpsest.tasks.Progress;

/** A report that was stopped on request; nothing of it was kept. */
public final class CancelledReportException extends Exception {
  private static final long serialVersionUID = 1;

  /** Ends the work between two units when it was cancelled. */
  public static void check(Progress progress) throws CancelledReportException {
    if (progress.isCancelled()) {
      throw new CancelledReportException();
    }
  }

  private CancelledReportException() {
    super("The report was cancelled; nothing of it was kept.");
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "REP-01";
  }
}
