package org.palimpsest.training;

import org.palimpsest.vision.maskclip.MaskClipConfig;

/**
 * Parameters that checkpoints hold but no output depends on: CLIP's joint projection of images, its
 * temperature, what follows the last selected feature. They have no gradient. Neither have the
 * stem's constants.
 */
final class Unused {
  private Unused() {}

  static boolean in(MaskClipConfig config, String name) {
    int last = config.selectedLayers().getLast();
    String blocks = "clip.visual.transformer.resblocks.";
    if (name.startsWith(blocks)) {
      String rest = name.substring(blocks.length());
      int block = Integer.parseInt(rest.substring(0, rest.indexOf('.')));
      return block > last || (block == last && rest.contains(".mlp."));
    }
    return name.startsWith("stem.blocks.")
        || name.startsWith("stem.waves.")
        || name.equals("clip.logit_scale")
        || name.equals("clip.visual.proj")
        || name.startsWith("clip.visual.ln_post.");
  }
}
