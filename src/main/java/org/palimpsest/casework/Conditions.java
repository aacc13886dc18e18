package org.palimpsest.casework;

import org.palimpsest.registry.InputMode;

/**
 * What an examination is done with: two examinations of the same bytes under equal conditions give
 * the same result, so the second need not be done.
 *
 * @param model name of the model as registered
 * @param modelSha256 digest of the model's weights, 64 hexadecimal digits
 * @param mode how an image is put before the network
 * @param inputSize side of the network's input and of a tile, in pixels
 * @param overlap pixels that neighbouring tiles share at least
 * @param device device in words, e.g. {@code cpu}
 * @param precision number format in words, e.g. {@code fp32}
 * @param threshold a map value counts as marked when strictly above it, 0..1
 * @param thresholdSource where the threshold comes from, one sentence
 * @param program version of this program
 */
public record Conditions(
    String model,
    String modelSha256,
    InputMode mode,
    int inputSize,
    int overlap,
    String device,
    String precision,
    float threshold,
    String thresholdSource,
    String program) {
  public Conditions {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("A threshold lies between 0 and 1, not at " + threshold);
    }
  }
}
