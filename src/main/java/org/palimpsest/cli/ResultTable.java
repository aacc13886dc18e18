package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.palimpsest.casework.CaseRow;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FailedItem;
import org.palimpsest.evidence.VisibleName;

/** The results as a table on the console, worst first, failures at the end with their reasons. */
final class ResultTable {
  private static final int NAME = 44;

  private final PrintWriter out;

  ResultTable(PrintWriter out) {
    this.out = out;
  }

  void print(List<CaseRow> rows) {
    List<ExaminationRecord> examined = new ArrayList<>();
    List<FailedItem> failed = new ArrayList<>();
    for (CaseRow row : rows) {
      switch (row) {
        case ExaminationRecord record -> examined.add(record);
        case FailedItem item -> failed.add(item);
      }
    }
    if (!examined.isEmpty()) {
      examined.sort(
          Comparator.comparing((ExaminationRecord record) -> record.verdict().outcome())
              .thenComparing(record -> -record.measurement().areaShare())
              .thenComparing(record -> -record.measurement().score()));
      out.println(line("FILE", "SCORE*", "AREA", "REGIONS", "OUTCOME"));
      for (ExaminationRecord record : examined) {
        out.println(
            line(
                name(record.path()),
                String.format(Locale.ROOT, "%.4f", record.measurement().score()),
                String.format(Locale.ROOT, "%.2f%%", record.measurement().areaShare() * 100),
                Integer.toString(record.measurement().regions().size()),
                record.verdict().outcome().words()));
      }
      out.println("* a score, not a probability");
    }
    for (FailedItem item : failed) {
      out.println(
          "not examined  %s  %s (%s)"
              .formatted(name(item.path()), VisibleName.of(item.reason()), item.code()));
    }
    out.flush();
  }

  private static String line(String name, String score, String area, String regions, String words) {
    return "%-44s  %7s  %8s  %7s  %s".formatted(name, score, area, regions, words);
  }

  private static String name(String path) {
    Path last = Path.of(path).getFileName();
    String name = VisibleName.of(last == null ? path : last.toString());
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }
}
