package org.palimpsest.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.training.data.PhotoLibrary;

/** The card of a network trained by {@link SynthesisTraining}, before anything was measured. */
public final class SynthesisCard {
  private SynthesisCard() {}

  /**
   * What is known without measuring.
   *
   * @param name folder and name of the model
   * @param licence of the weights
   * @param start what the training began with
   * @param library the photographs
   * @param photographs where they come from, in words
   * @param program the program that trained, with its version
   */
  public static ModelCard of(
      String name,
      String licence,
      TrainingPlan plan,
      StartingPoint start,
      PhotoLibrary library,
      String photographs,
      String program,
      LocalDate day) {
    return new ModelCard(
        name,
        "MaskCLIP, trained on synthesised local edits",
        "Marks areas whose fine texture differs from the rest of the same picture.",
        Configuration.of(plan.config()),
        "",
        "Trained from %s by %s on %s: %d steps of %d examples, learning rate %s to %s, seed %d. %s %s"
            .formatted(
                start.description(),
                program,
                day,
                plan.steps(),
                plan.batch(),
                plan.learningRate(),
                plan.minimumRate(),
                plan.seed(),
                technique(plan.technique()),
                parts(plan)),
        licence,
        ("%d photographs (%s). Edits were synthesised while training: splices, copy-move, fills by"
             + " diffusion equation and by exemplars, resampled and autoencoder-regenerated areas;"
             + " edited and authentic examples passed the same random resizing and JPEG saving.")
            .formatted(library.size(), photographs),
        "sRGB, 8 bits, values divided by 255, CLIP's mean and deviation",
        InputMode.TILES,
        "fp32",
        List.of(),
        null,
        List.of(),
        limits(start),
        List.of(
            "Wang et al., OpenSDI: Spotting Diffusion-Generated Images in the Open World, CVPR 2025"
                + " (the network).",
            "Fridrich, Kodovsky, Rich Models for Steganalysis of Digital Images, IEEE TIFS 2012"
                + " (fixed high-pass residuals, the idea of the stem)."),
        false);
  }

  private static List<String> limits(StartingPoint start) {
    List<String> limits = new ArrayList<>();
    limits.add(
        "It looks for local edits only and does not examine whether a whole picture was"
            + " generated.");
    limits.add(
        "Its training edits are stand-ins; no picture edited by a latent diffusion model was"
            + " among them.");
    limits.add("Saving again as JPEG and making smaller remove the traces it looks for.");
    if (start instanceof StartingPoint.Drawn) {
      limits.add("Its words were learned from nothing: it knows no objects and no meanings.");
    }
    return List.copyOf(limits);
  }

  private static String technique(TrainingPlan.Technique technique) {
    String weights =
        technique.averaging() > 0
            ? "Weights averaged over updates (%s of the past kept)".formatted(technique.averaging())
            : "Weights of the last update";
    return "%s, gradients limited to norm %s, losses weighted %s (edges) and %s (ranking)."
        .formatted(
            weights,
            technique.clipNorm(),
            technique.loss().edgeWeight(),
            technique.loss().rankWeight());
  }

  private static String parts(TrainingPlan plan) {
    List<String> frozen = new ArrayList<>();
    for (ParameterGroup group : EnumSet.complementOf(EnumSet.copyOf(plan.groups()))) {
      if (group != ParameterGroup.STEM || plan.config().stem() != null) {
        frozen.add(group.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return frozen.isEmpty()
        ? "All parts were trained."
        : "Kept at their initial values: %s.".formatted(String.join(", ", frozen));
  }
}
