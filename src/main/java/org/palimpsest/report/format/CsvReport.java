package org.palimpsest.report.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.ReportData;

/**
 * The list of a report for spreadsheets (RFC 4180), worst first. Texts that a spreadsheet would run
 * as a formula get an apostrophe in front.
 */
public final class CsvReport {
  private static final List<String> HEADER =
      List.of(
          "item",
          "file",
          "path",
          "bytes",
          "sha256_at_intake",
          "file_when_reported",
          "sha256_when_reported",
          "width",
          "height",
          "examiner_conclusion",
          "review",
          "program_outcome",
          "area_above_threshold",
          "peak",
          "score_not_a_probability",
          "regions",
          "model",
          "examined_utc",
          "problem");

  /** Writes the file. */
  public void write(ReportData data, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    line(writer, HEADER);
    for (ListedExhibit exhibit : data.listed()) {
      line(writer, cells(exhibit));
    }
    writer.flush();
  }

  private static List<String> cells(ListedExhibit exhibit) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(exhibit.item()));
    cells.add(text(exhibit.name()));
    cells.add(text(exhibit.path()));
    cells.add(value(exhibit.bytes()));
    cells.add(value(exhibit.sha256()));
    cells.add(exhibit.check().state().words());
    cells.add(value(exhibit.check().sha256()));
    cells.add(value(exhibit.width()));
    cells.add(value(exhibit.height()));
    cells.add(words(exhibit.conclusion()));
    cells.add(exhibit.review() == null ? "" : exhibit.review().name().toLowerCase(Locale.ROOT));
    LatestResult latest = exhibit.latest();
    if (latest == null) {
      cells.add("not examined");
      cells.addAll(List.of("", "", "", "", "", ""));
    } else {
      cells.add(words(latest.outcome()));
      cells.add(number(latest.areaShare()));
      cells.add(number(latest.peak()));
      cells.add(number(latest.score()));
      cells.add(Integer.toString(latest.regions()));
      cells.add(latest.model());
      cells.add(latest.at().toString());
    }
    cells.add(text(exhibit.problem() == null ? "" : exhibit.problem()));
    return cells;
  }

  private static String words(@Nullable Outcome outcome) {
    return outcome == null ? "" : outcome.words();
  }

  private static String value(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String text(String value) {
    return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean quoted = cell.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
      writer.write(i == 0 ? "" : ",");
      writer.write(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    writer.write("\r\n");
  }
}
