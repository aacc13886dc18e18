package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person can ask of an examination on the command line. */
final class ExamineOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "pictures, folders (searched to any depth) or patterns such as '*.jpg'")
  private List<String> paths = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for results")
  private Path out = Path.of("");

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(names = "--limit", paramLabel = "N", description = "look at the first N files only")
  private @Nullable Integer limit;

  @Option(
      names = "--robustness",
      description =
          "also examine every picture recompressed, resized and cropped, and say how stable the"
              + " result is (takes about six times as long)")
  private boolean robustness;

  @Option(names = "--fresh", description = "remove the results of earlier runs first")
  private boolean fresh;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** What is wrong with the values given, as a sentence; null when nothing is. */
  @Nullable String complaint() {
    if (limit != null && limit < 1) {
      return "--limit is at least 1";
    }
    return model.complaint();
  }

  List<String> paths() {
    return paths;
  }

  Path out() {
    return out;
  }

  boolean triesVariants() {
    return robustness;
  }

  boolean isFresh() {
    return fresh;
  }

  boolean showsProgress() {
    return progress;
  }

  List<Path> limited(List<Path> files) {
    return limit == null ? files : files.subList(0, Math.min(limit, files.size()));
  }

  ModelOptions model() {
    return model;
  }
}
