package org.palimpsest.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.DetectorRequest;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.vision.Detector;
import picocli.CommandLine.Option;

/** Which model a person asks for on the command line, and how it is to run. */
final class ModelOptions {
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
    if (batch != null && batch < 1) {
      return "--batch is at least 1";
    }
    return null;
  }

  String modelOr(String usual) {
    return model == null ? usual : model;
  }

  DetectorRequest request() {
    return new DetectorRequest(
        device, precision, batch == null ? OptionalInt.empty() : OptionalInt.of(batch));
  }

  /** The same as the queue of a case keeps it. */
  ExaminationRequest asked() {
    InputMode chosen =
        switch (mode.toLowerCase(Locale.ROOT)) {
          case "whole" -> InputMode.WHOLE;
          case "tiles" -> InputMode.TILES;
          default -> null;
        };
    return new ExaminationRequest(
        model,
        chosen,
        threshold,
        device.equals("auto") ? null : device,
        precision.equals("auto") ? null : precision);
  }

  Conditions conditions(ModelCard card, Detector detector, String program) {
    return Conditions.of(
        card, detector, asked().mode(), threshold, "given on the command line", program);
  }
}
