package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.evidence.VisibleName;

/** The exhibits of a case on the console, worst first. */
final class CaseTable {
  private static final int NAME = 36;

  private final PrintWriter out;

  CaseTable(PrintWriter out) {
    this.out = out;
  }

  void print(List<ExhibitRow> rows) {
    out.println(line("ITEM", "FILE", "STATE", "SCORE*", "AREA", "MACHINE", "EXAMINER"));
    rows.stream()
        .sorted(
            Comparator.comparing(
                    CaseTable::outcome, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(row -> row.latest() == null ? 0 : -row.latest().areaShare())
                .thenComparing(row -> row.latest() == null ? 0 : -row.latest().score())
                .thenComparing(ExhibitRow::item))
        .forEach(this::print);
    out.println("* a score, not a probability");
    out.flush();
  }

  private static @Nullable Outcome outcome(ExhibitRow row) {
    return row.latest() == null ? null : row.latest().outcome();
  }

  private void print(ExhibitRow row) {
    LatestResult latest = row.latest();
    out.println(
        line(
            Integer.toString(row.item()),
            name(row.name()),
            row.state().name().toLowerCase(Locale.ROOT),
            latest == null ? "" : String.format(Locale.ROOT, "%.4f", latest.score()),
            latest == null ? "" : String.format(Locale.ROOT, "%.2f%%", latest.areaShare() * 100),
            latest == null ? "" : latest.outcome().words(),
            row.conclusion() == null ? "" : row.conclusion().words()));
    if (row.error() != null) {
      out.println("       %s (%s)".formatted(VisibleName.of(row.error()), row.errorCode()));
    }
  }

  private static String line(
      String item,
      String name,
      String state,
      String score,
      String area,
      String machine,
      String examiner) {
    return "%5s  %-36s  %-9s  %7s  %8s  %-29s  %s"
        .formatted(item, name, state, score, area, machine, examiner)
        .stripTrailing();
  }

  private static String name(String path) {
    String name = VisibleName.of(path);
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }
}
