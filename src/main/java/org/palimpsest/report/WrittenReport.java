package org.palimpsest.report;

import java.nio.file.Path;
import java.util.List;

/**
 * A report on the disk.
 *
 * @param files what was written, the list of digests last
 * @param missing what keeps it a draft, a sentence each; empty for a complete report
 * @param exhibits how many exhibits it is about
 */
public record WrittenReport(List<Path> files, List<String> missing, int exhibits) {
  public WrittenReport {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  public boolean isDraft() {
    return !missing.isEmpty();
  }
}
