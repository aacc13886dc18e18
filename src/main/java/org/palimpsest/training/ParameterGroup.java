package org.palimpsest.training;

/** The parts of the network that can be trained or frozen, each by itself. */
public enum ParameterGroup {
  /** The learned context vectors. */
  PROMPTS,
  /** Visual self-attention over class tokens, and its projector. */
  VSA,
  /** Visual cross-attention between CLIP and the masked autoencoder. */
  VCA,
  /** The mask decoder with textual-visual cross-attention (TVCA). */
  DECODER,
  /** The encoder of the masked autoencoder, its positions and patch embedding. */
  MAE_ENCODER,
  /** CLIP's image and text towers; frozen in the published training. */
  CLIP_TOWER,
  /** The filters of the residual stem, where a configuration has one. */
  STEM;

  /** The group of a parameter by its key. */
  public static ParameterGroup of(String name) {
    if (name.startsWith("prompt_learner.")) {
      return PROMPTS;
    }
    if (name.startsWith("cls_aggregator.")) {
      return VSA;
    }
    if (name.startsWith("aggregator.fusion_layers.")) {
      return VCA;
    }
    if (name.startsWith("aggregator.mask_decoder.")
        || name.startsWith("aggregator.text_projection.")) {
      return DECODER;
    }
    if (name.startsWith("aggregator.vit_model.")) {
      return MAE_ENCODER;
    }
    if (name.startsWith("clip.")) {
      return CLIP_TOWER;
    }
    if (name.startsWith("stem.")) {
      return STEM;
    }
    throw new IllegalArgumentException("No part of the network has a parameter " + name);
  }
}
