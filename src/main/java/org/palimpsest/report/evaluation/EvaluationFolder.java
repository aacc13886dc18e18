package org.palimpsest.report.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.FigureTable;
import org.palimpsest.evidence.AtomicFile;

/** Writes an evaluation: text, tables, figures for programs, and a page. */
public final class EvaluationFolder {
  private final Path folder;

  private EvaluationFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder, made if need be, so that a run that cannot be kept ends before it begins. */
  public static EvaluationFolder open(Path folder) throws IOException {
    return new EvaluationFolder(Files.createDirectories(folder.toAbsolutePath().normalize()));
  }

  /**
   * Writes everything.
   *
   * @param gallery the worst as pictures
   * @param more lines that end the summary
   * @return the page
   */
  public Path write(EvaluationResult result, Gallery gallery, List<String> more)
      throws IOException {
    List<String> lines = new ArrayList<>(SummaryText.of(result));
    lines.addAll(more);
    put("summary.txt", String.join("\n", lines) + "\n");
    put("pictures.csv", PicturesCsv.of(result));
    put("figures.tsv", FigureTable.of(result.evaluation().edited()).text());
    AtomicFile.write(folder.resolve("evaluation.json"), EvaluationJson.of(result));
    Path page = folder.resolve("index.html");
    AtomicFile.write(page, out -> EvaluationPage.of(result, gallery, more).write(out));
    return page;
  }

  private void put(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
