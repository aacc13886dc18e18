package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DetectorRequest;
import org.palimpsest.evaluation.Bootstrap;
import org.palimpsest.evaluation.data.DataSet;
import org.palimpsest.evaluation.data.DataSetException;
import org.palimpsest.evaluation.data.DataSets;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person can ask of a measurement on the command line. */
final class EvaluateOptions {
  @Parameters(index = "0", arity = "1", paramLabel = "MODEL", description = "name of the model")
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "DATASET",
      description =
          "folders Tp, Gt and Au at any depth; folders real, fake and masks; a list *.json of"
              + " IMDL-BenCo; any other folder is taken as authentic pictures")
  private List<Path> sets = List.of();

  @Option(
      names = "--edits",
      paramLabel = "DIR",
      description =
          "edited pictures (Tp) and masks (Gt), at any depth; originals (Au) are left out")
  private List<Path> edits = List.of();

  @Option(
      names = "--authentic",
      paramLabel = "DIR",
      description = "folder of authentic pictures; may be given several times")
  private List<Path> authentic = List.of();

  @Option(
      names = "--fake",
      paramLabel = "DIR",
      description = "folder of pictures that are fake as a whole; may be given several times")
  private List<Path> fake = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the page, the summary and the figures of every picture")
  private Path out = Path.of("");

  @Option(
      names = "--mode",
      defaultValue = "auto",
      paramLabel = "MODE",
      description = "whole, tiles or auto (the choice of the model's card)")
  private String mode = "auto";

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu or gpu:N")
  private String device = "auto";

  @Option(
      names = "--precision",
      defaultValue = "fp32",
      paramLabel = "FORMAT",
      description = "auto, fp32 or bf16")
  private String precision = "fp32";

  @Option(
      names = "--false-alarms",
      defaultValue = "0.05",
      paramLabel = "X",
      description = "share of authentic pictures that the operating point may flag")
  private double falseAlarms;

  @Option(
      names = "--most-misses",
      defaultValue = "0.2",
      paramLabel = "X",
      description =
          "a kind of picture is validated when the interval of its misses ends below this")
  private double mostMisses;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "figures.tsv of another run, to compare with picture by picture")
  private @Nullable Path baseline;

  @Option(
      names = "--family",
      paramLabel = "NAME=SET,...",
      description = "sets that are also compared together; may be given several times")
  private Map<String, String> families = Map.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "seed of the bootstrap intervals")
  private long seed;

  @Option(names = "--update-card", description = "write what was measured into the model's card")
  private boolean updateCard;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** What is wrong with the values given, as a sentence; null when nothing is. */
  @Nullable String complaint() {
    if (sets.isEmpty() && edits.isEmpty() && authentic.isEmpty() && fake.isEmpty()) {
      return "a DATASET, --edits, --authentic or --fake is needed";
    }
    if (!List.of("whole", "tiles", "auto").contains(mode.toLowerCase(Locale.ROOT))) {
      return "--mode is whole, tiles or auto, not " + mode;
    }
    if (!device.matches("auto|cpu|gpu(:\\d{1,3})?")) {
      return "--device is auto, cpu or gpu:N, not " + device;
    }
    if (!precision.matches("auto|fp32|bf16|fp16")) {
      return "--precision is auto, fp32 or bf16, not " + precision;
    }
    if (!(falseAlarms >= 0 && falseAlarms < 1)) {
      return "--false-alarms lies between 0 and 1";
    }
    if (!(mostMisses > 0 && mostMisses < 1)) {
      return "--most-misses lies between 0 and 1";
    }
    if (!families.isEmpty() && baseline == null) {
      return "--family needs --baseline";
    }
    return null;
  }

  String model() {
    return model;
  }

  /** Everything that is to be measured. */
  DataSet dataSet() throws DataSetException {
    List<DataSet> parts = new ArrayList<>();
    for (Path path : sets) {
      parts.add(DataSets.read(path));
    }
    for (Path path : edits) {
      parts.add(DataSets.edits(path));
    }
    for (Path path : authentic) {
      parts.add(DataSets.authentic(path));
    }
    for (Path path : fake) {
      parts.add(DataSets.fake(path));
    }
    return DataSet.of(parts);
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

  double mostMisses() {
    return mostMisses;
  }

  @Nullable Path baseline() {
    return baseline;
  }

  Map<String, Set<String>> families() {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    families.forEach(
        (name, sets) -> named.put(name, new LinkedHashSet<>(Arrays.asList(sets.split(",")))));
    return named;
  }

  Bootstrap bootstrap() {
    return new Bootstrap(seed, Bootstrap.STANDARD.resamples());
  }

  boolean updatesCard() {
    return updateCard;
  }

  boolean showsProgress() {
    return progress;
  }
}
