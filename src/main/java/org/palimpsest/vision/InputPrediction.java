package org.palimpsest.vision;

import org.palimpsest.imaging.FloatMap;

/**
 * What the network says of one input (a whole image stretched to the input size, or one tile).
 *
 * @param realLogit class logit of "real", unbounded
 * @param fakeLogit class logit of "fake", unbounded
 * @param map localization map at the network's input size, values 0..1 (sigmoid of the mask logit)
 */
public record InputPrediction(float realLogit, float fakeLogit, FloatMap map) {
  /** Softmax of the two class logits for "fake", 0..1. It is a score, not a probability. */
  public float score() {
    return (float) (1 / (1 + Math.exp((double) realLogit - fakeLogit)));
  }
}
