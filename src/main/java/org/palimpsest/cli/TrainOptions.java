package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.training.MaskClipLoss;
import org.palimpsest.training.ParameterGroup;
import org.palimpsest.training.TrainingPlan;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person can ask of a training on the command line. */
final class TrainOptions {
  private static final double WARM_UP = 0.03;

  @Parameters(
      arity = "1",
      paramLabel = "PHOTOS",
      description = "folder of authentic photographs (not searched to any depth)")
  private Path photos = Path.of("");

  @Option(
      names = "--work",
      required = true,
      paramLabel = "DIR",
      description = "folder for the state of the training; the same folder continues it")
  private Path work = Path.of("");

  @Option(
      names = "--publish",
      paramLabel = "DIR",
      description = "folder of models into which the finished model goes")
  private @Nullable Path publish;

  @Option(
      names = "--name",
      defaultValue = "my-model",
      paramLabel = "NAME",
      description = "name of the finished model (${DEFAULT-VALUE})")
  private String name = "";

  @Option(
      names = "--licence",
      defaultValue = "not stated",
      paramLabel = "TEXT",
      description = "licence of the finished model, for its card")
  private String licence = "";

  @Option(
      names = "--photos-from",
      defaultValue = "origin not stated",
      paramLabel = "TEXT",
      description = "where the photographs come from, for the card")
  private String origin = "";

  @Option(
      names = "--steps",
      defaultValue = "4000",
      paramLabel = "N",
      description = "updates of the parameters (${DEFAULT-VALUE})")
  private long steps;

  @Option(
      names = "--batch",
      defaultValue = "16",
      paramLabel = "N",
      description = "examples in an update (${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--start-from",
      paramLabel = "MODEL",
      description = {
        "model whose network and weights the training begins with;",
        "without it the compact network from random values"
      })
  private @Nullable String startFrom;

  @Option(
      names = "--accumulate",
      defaultValue = "1",
      paramLabel = "N",
      description = "parts an update's examples go through the network in (${DEFAULT-VALUE})")
  private int accumulation;

  @Option(
      names = "--clip",
      defaultValue = "1",
      paramLabel = "X",
      description = "largest global norm of the gradients (${DEFAULT-VALUE})")
  private double clip;

  @Option(
      names = "--average",
      defaultValue = "0.998",
      paramLabel = "X",
      description = {
        "share of the past in the moving average of the weights,",
        "which is published; 0 for the last weights (${DEFAULT-VALUE})"
      })
  private double averaging;

  @Option(
      names = "--edge-weight",
      defaultValue = "4",
      paramLabel = "X",
      description = "weight of the loss on the borders of edits; 20 as released (${DEFAULT-VALUE})")
  private float edgeWeight;

  @Option(
      names = "--rank-weight",
      defaultValue = "1",
      paramLabel = "X",
      description = {
        "weight of the loss on the ranking within a picture;",
        "0 as released (${DEFAULT-VALUE})"
      })
  private float rankWeight;

  @Option(
      names = "--rate",
      defaultValue = "1e-3",
      paramLabel = "X",
      description = "highest learning rate (${DEFAULT-VALUE})")
  private double rate;

  @Option(
      names = "--train",
      split = ",",
      defaultValue = "prompts,vsa,vca,decoder,mae_encoder,clip_tower",
      paramLabel = "PART",
      description = {
        "parts to train: prompts, vsa, vca, decoder, mae_encoder, clip_tower, stem",
        "(${DEFAULT-VALUE})"
      })
  private List<String> parts = List.of();

  @Option(
      names = "--ramp",
      defaultValue = "5000",
      paramLabel = "N",
      description = "examples from easy edits to every kind and grade (${DEFAULT-VALUE})")
  private long ramp;

  @Option(
      names = "--autoencoder-steps",
      defaultValue = "1500",
      paramLabel = "N",
      description = {
        "updates of the autoencoder that re-generates areas;",
        "0 for drawn generators alone (${DEFAULT-VALUE})"
      })
  private int autoencoderSteps;

  @Option(
      names = "--memory",
      defaultValue = "600",
      paramLabel = "MIB",
      description = "memory for photographs (${DEFAULT-VALUE})")
  private int memory;

  @Option(
      names = "--seed",
      defaultValue = "7",
      paramLabel = "N",
      description = "(${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** What is wrong with the values given, as a sentence; null when nothing is. */
  @Nullable String complaint() {
    if (steps < 1 || batch < 1 || ramp < 0 || autoencoderSteps < 0 || memory < 16) {
      return "--steps and --batch are at least 1, --autoencoder-steps at least 0, --memory at least"
          + " 16";
    }
    if (accumulation < 1 || batch % accumulation != 0) {
      return "--accumulate divides --batch without a remainder";
    }
    if (!(clip > 0) || !(averaging >= 0 && averaging < 1) || edgeWeight < 0 || rankWeight < 0) {
      return "--clip is above 0, --average 0 to below 1, the weights of losses at least 0";
    }
    if (!(rate > 0 && rate < 1)) {
      return "--rate lies between 0 and 1";
    }
    for (String part : parts) {
      if (!part.matches("prompts|vsa|vca|decoder|mae_encoder|clip_tower|stem")) {
        return "--train knows no part " + part;
      }
    }
    return null;
  }

  TrainingPlan plan(MaskClipConfig config) {
    EnumSet<ParameterGroup> groups = EnumSet.noneOf(ParameterGroup.class);
    for (String part : parts) {
      groups.add(ParameterGroup.valueOf(part.toUpperCase(Locale.ROOT)));
    }
    long warmUp = Math.max(1, Math.round(steps * WARM_UP));
    TrainingPlan.Technique technique =
        new TrainingPlan.Technique(
            accumulation, clip, averaging, new MaskClipLoss(edgeWeight, rankWeight));
    return new TrainingPlan(
        config, groups, steps, batch, rate, rate / 100, warmUp, 0.05, seed, technique);
  }

  Path photos() {
    return photos;
  }

  Path work() {
    return work;
  }

  @Nullable String startFrom() {
    return startFrom;
  }

  @Nullable Path publish() {
    return publish;
  }

  String name() {
    return name;
  }

  String licence() {
    return licence;
  }

  String origin() {
    return origin;
  }

  long ramp() {
    return ramp;
  }

  int autoencoderSteps() {
    return autoencoderSteps;
  }

  long seed() {
    return seed;
  }

  long memoryBytes() {
    return (long) memory << 20;
  }

  boolean showsProgress() {
    return progress;
  }
}
