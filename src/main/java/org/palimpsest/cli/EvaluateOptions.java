package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DetectorRequest;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person can ask of a measurement on the command line. */
final class EvaluateOptions {
  @Parameters(arity = "1", paramLabel = "MODEL", description = "name of the model")
  private String model = "";

  @Option(
      names = "--edits",
      paramLabel = "DIR",
      description = "folder with edited pictures (Tp) and masks (Gt), at any depth")
  private List<Path> edits = List.of();

  @Option(
      names = "--authentic",
      paramLabel = "DIR",
      description = "folder of authentic pictures; may be given several times")
  private List<Path> authentic = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the figures of every picture")
  private Path out = Path.of("");

  @Option(
      names = "--mode",
      defaultValue = "auto",
      paramLabel = "MODE",
      description = "whole, tiles or auto (the choice of the model's card)")
  private String mode = "auto";

  @Option(names = "--device", defaultValue = "auto", description = "auto, cpu or gpu:N")
  private String device = "auto";

  @Option(names = "--precision", defaultValue = "fp32", description = "auto, fp32 or bf16")
  private String precision = "fp32";

  @Option(
      names = "--false-alarms",
      defaultValue = "0.05",
      paramLabel = "X",
      description = "share of authentic pictures that the operating point may flag")
  private double falseAlarms;

  @Option(
      names = "--update-card",
      description = "write the operating point and the figures into the model's card")
  private boolean updateCard;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** What is wrong with the values given, as a sentence; null when nothing is. */
  @Nullable String complaint() {
    if (edits.isEmpty() && authentic.isEmpty()) {
      return "--edits or --authentic is needed";
    }
    if (updateCard && (edits.isEmpty() || authentic.isEmpty())) {
      return "--update-card needs both --edits and --authentic";
    }
    if (!List.of("whole", "tiles", "auto").contains(mode.toLowerCase(Locale.ROOT))) {
      return "--mode is whole, tiles or auto, not " + mode;
    }
    if (!(falseAlarms >= 0 && falseAlarms < 1)) {
      return "--false-alarms lies between 0 and 1";
    }
    return null;
  }

  String model() {
    return model;
  }

  List<Path> edits() {
    return edits;
  }

  List<Path> authentic() {
    return authentic;
  }

  Path out() {
    return out;
  }

  InputMode modeOr(ModelCard card) {
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "whole" -> InputMode.WHOLE;
      case "tiles" -> InputMode.TILES;
      default -> card.defaultMode();
    };
  }

  DetectorRequest request() {
    return new DetectorRequest(device, precision, OptionalInt.empty());
  }

  double falseAlarms() {
    return falseAlarms;
  }

  boolean updatesCard() {
    return updateCard;
  }

  boolean showsProgress() {
    return progress;
  }
}
