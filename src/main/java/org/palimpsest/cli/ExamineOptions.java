package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.DetectorRequest;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.vision.Detector;
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

  @Option(names = "--model", paramLabel = "NAME", description = "model to use")
  private @Nullable String model;

  @Option(
      names = "--mode",
      defaultValue = "auto",
      paramLabel = "MODE",
      description =
          "whole (stretched to the network's input), tiles (native resolution) or auto (the choice"
              + " of the model's card)")
  private String mode = "auto";

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description =
          "a pixel is marked above this map value, 0 to 1; otherwise the one of the model's card")
  private @Nullable Float threshold;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu or gpu:N")
  private String device = "auto";

  @Option(
      names = "--precision",
      defaultValue = "auto",
      paramLabel = "FORMAT",
      description = "auto, fp32 or bf16")
  private String precision = "auto";

  @Option(names = "--batch", paramLabel = "N", description = "inputs in one pass of the network")
  private @Nullable Integer batch;

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
    if (!List.of("whole", "tiles", "auto").contains(mode.toLowerCase(Locale.ROOT))) {
      return "--mode is whole, tiles or auto, not " + mode;
    }
    if (!device.matches("auto|cpu|gpu(:\\d{1,3})?")) {
      return "--device is auto, cpu or gpu:N, not " + device;
    }
    if (!precision.matches("auto|fp32|bf16|fp16")) {
      return "--precision is auto, fp32 or bf16, not " + precision;
    }
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      return "--threshold lies between 0 and 1";
    }
    if ((batch != null && batch < 1) || (limit != null && limit < 1)) {
      return "--batch and --limit are at least 1";
    }
    return null;
  }

  List<String> paths() {
    return paths;
  }

  Path out() {
    return out;
  }

  String modelOr(String usual) {
    return model == null ? usual : model;
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

  DetectorRequest request() {
    return new DetectorRequest(
        device, precision, batch == null ? OptionalInt.empty() : OptionalInt.of(batch));
  }

  Conditions conditions(ModelCard card, Detector detector, String program) {
    InputMode chosen =
        switch (mode.toLowerCase(Locale.ROOT)) {
          case "whole" -> InputMode.WHOLE;
          case "tiles" -> InputMode.TILES;
          default -> null;
        };
    return Conditions.of(card, detector, chosen, threshold, "given on the command line", program);
  }
}
