package org.palimpsest.cli;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.ModelException;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/** A network's sizes for people. */
final class NetworkWords {
  private NetworkWords() {}

  /** A sentence for each part; the bare sizes where they are of no network that is known. */
  static List<String> of(Configuration configuration) {
    MaskClipConfig config;
    try {
      config = configuration.as(MaskClipConfig.class);
    } catch (ModelException e) {
      return List.of("of a kind that this version cannot run: " + configuration);
    }
    List<String> words = new ArrayList<>();
    words.add("MaskCLIP, input %d x %d pixels.".formatted(config.imageSize(), config.imageSize()));
    MaskClipConfig.ClipVision vision = config.clipVision();
    words.add(
        "CLIP image tower: input %d, patches of %d, %d layers, width %d, %d heads; layers %s used."
            .formatted(
                vision.inputSize(),
                vision.patch(),
                vision.layers(),
                vision.width(),
                vision.heads(),
                config.selectedLayers()));
    MaskClipConfig.ClipText text = config.clipText();
    words.add(
        "CLIP text tower: %d layers, width %d, %d heads, %d words; %d learned context vectors."
            .formatted(
                text.layers(),
                text.width(),
                text.heads(),
                text.vocabulary(),
                text.contextVectors()));
    MaskClipConfig.Mae mae = config.mae();
    words.add(
        "MAE encoder: patches of %d, %d layers, width %d, %d heads; windows of %d in layers %s."
            .formatted(
                mae.patch(),
                mae.depth(),
                mae.dim(),
                mae.heads(),
                mae.window(),
                mae.windowBlocks()));
    words.add(
        "Fused after MAE layers %s with %d heads; class aggregator with %d heads."
            .formatted(config.fusedBlocks(), config.fusionHeads(), config.aggregatorHeads()));
    words.add(
        "Mask decoder: width %d, %d heads."
            .formatted(config.decoder().dim(), config.decoder().heads()));
    MaskClipConfig.Stem stem = config.stem();
    if (stem != null) {
      words.add(
          "Residual stem: %d filters of %d x %d, energies of cells of %d pixels."
              .formatted(stem.filters(), stem.kernel(), stem.kernel(), stem.cell()));
    }
    return words;
  }
}
