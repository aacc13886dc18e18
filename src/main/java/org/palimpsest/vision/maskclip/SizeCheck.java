package org.palimpsest.vision.maskclip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a network can have the sizes that a file states. The limits lie far above every published
 * network; they keep a mistaken number from filling the memory.
 */
public final class SizeCheck {
  private static final int MAX_SIDE = 4096;
  private static final int MAX_WIDTH = 8192;
  private static final int MAX_LAYERS = 200;
  private static final int MAX_VOCABULARY = 1 << 20;

  private final List<String> problems = new ArrayList<>();

  private SizeCheck() {}

  /** What is wrong, in the words of the file; empty when nothing is. */
  public static List<String> problems(MaskClipConfig config) {
    SizeCheck check = new SizeCheck();
    if (check.complete(config)) {
      check.range("image_size", config.imageSize(), 32, MAX_SIDE);
      check.vision(config);
      check.text(config.clipText());
      check.mae(config);
      check.decoder(config);
      check.layers(config);
    }
    return check.problems;
  }

  /** A part left out of a file arrives as null. */
  private boolean complete(MaskClipConfig config) {
    present("clip_vision", config.clipVision());
    present("clip_text", config.clipText());
    present("mae", config.mae());
    present("decoder", config.decoder());
    numbers("selected_layers", config.selectedLayers());
    numbers("fused_blocks", config.fusedBlocks());
    if (problems.isEmpty()) {
      numbers("clip_text.tokens", config.clipText().tokens());
      numbers("mae.window_blocks", config.mae().windowBlocks());
    }
    return problems.isEmpty();
  }

  private void vision(MaskClipConfig config) {
    MaskClipConfig.ClipVision vision = config.clipVision();
    range("clip_vision.input_size", vision.inputSize(), 14, MAX_SIDE);
    range("clip_vision.layers", vision.layers(), 1, MAX_LAYERS);
    heads("clip_vision.width", vision.width(), vision.heads());
    heads("clip_vision.width", vision.width(), config.aggregatorHeads());
    parts("clip_vision.input_size", vision.inputSize(), "clip_vision.patch", vision.patch());
  }

  private void text(MaskClipConfig.ClipText text) {
    heads("clip_text.width", text.width(), text.heads());
    range("clip_text.layers", text.layers(), 1, MAX_LAYERS);
    range("clip_text.embed_dim", text.embedDim(), 1, MAX_WIDTH);
    range("clip_text.context_length", text.contextLength(), 2, MAX_WIDTH);
    range("clip_text.vocabulary", text.vocabulary(), 1, MAX_VOCABULARY);
    range("clip_text.context_vectors", text.contextVectors(), 1, text.tokens().size() - 2);
    range("the number of clip_text.tokens", text.tokens().size(), 3, text.contextLength());
    text.tokens().forEach(token -> range("a token", token, 0, text.vocabulary() - 1));
  }

  private void mae(MaskClipConfig config) {
    MaskClipConfig.Mae mae = config.mae();
    heads("mae.dim", mae.dim(), mae.heads());
    heads("mae.dim", mae.dim(), config.fusionHeads());
    parts("mae.dim", mae.dim(), "the decoder's stages", 4);
    parts("image_size", config.imageSize(), "mae.patch", mae.patch());
    range("mae.depth", mae.depth(), 1, MAX_LAYERS);
    range("mae.mlp_ratio", mae.mlpRatio(), 1, 16);
    range("mae.window", mae.window(), 1, MAX_SIDE);
    range("mae.position_grid", mae.positionGrid(), 1, MAX_SIDE);
    if (!(mae.dropPath() >= 0 && mae.dropPath() < 1)) {
      problems.add("mae.drop_path is " + mae.dropPath());
    }
  }

  private void decoder(MaskClipConfig config) {
    heads("decoder.dim", config.decoder().dim(), config.decoder().heads());
    MaskClipConfig.Stem stem = config.stem();
    if (stem != null) {
      range("stem.filters", stem.filters(), 1, MAX_WIDTH);
      range("stem.kernel", stem.kernel(), 1, 31);
      parts("mae.patch", config.mae().patch(), "stem.cell", stem.cell());
    }
  }

  private void layers(MaskClipConfig config) {
    int depth = config.mae().depth();
    config
        .selectedLayers()
        .forEach(layer -> range("a selected layer", layer, 0, config.clipVision().layers() - 1));
    config.fusedBlocks().forEach(block -> range("a fused block", block, 0, depth - 1));
    config.mae().windowBlocks().forEach(block -> range("a window block", block, 0, depth - 1));
    range("the number of selected layers", config.selectedLayers().size(), 1, MAX_LAYERS);
    range(
        "the number of fused blocks",
        config.fusedBlocks().size(),
        0,
        config.selectedLayers().size());
  }

  private void present(String name, @Nullable Object part) {
    if (part == null) {
      problems.add(name + " is missing");
    }
  }

  private void numbers(String name, @Nullable List<? extends @Nullable Integer> list) {
    present(name, list);
    if (list != null && list.stream().anyMatch(number -> number == null)) {
      problems.add(name + " holds what is no number");
    }
  }

  private void range(String name, int value, int least, int most) {
    if (value < least || value > most) {
      problems.add("%s is %d, not in %d to %d".formatted(name, value, least, most));
    }
  }

  private void heads(String name, int width, int heads) {
    range(name, width, 1, MAX_WIDTH);
    parts(name, width, "the heads", heads);
  }

  private void parts(String name, int whole, String divisor, int part) {
    if (part < 1 || whole % part != 0) {
      problems.add("%s is %d, which %s (%d) do not divide".formatted(name, whole, divisor, part));
    }
  }
}
