package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.casework.OutputException;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.report.WrittenReport;

/** What verbs that write a report say of it. */
final class ReportFiles {
  private ReportFiles() {}

  static void makeFolder(Path folder) throws OutputException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new OutputException("OUT-33", "Nothing can be written into %s.".formatted(folder), e);
    }
  }

  /** The files, and what keeps the report a draft. */
  static void print(PrintWriter out, WrittenReport written) {
    if (written.exhibits() == 0) {
      out.println("The report is about no exhibit.");
    }
    for (Path file : written.files()) {
      out.println(VisibleName.of(file.toString()));
    }
    if (written.isDraft()) {
      out.println("This is a DRAFT. It lacks:");
      written.missing().forEach(sentence -> out.println("  " + VisibleName.of(sentence)));
    }
    out.flush();
  }
}
