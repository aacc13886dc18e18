package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.vision.Detector;

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
  /** Used where the model's card names no operating point: half of the map's range. */
  private static final float USUAL_THRESHOLD = 0.5f;

  private static final int OVERLAP = 128;

  public Conditions {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("A threshold lies between 0 and 1, not at " + threshold);
    }
  }

  /**
   * The conditions under which a loaded model examines.
   *
   * @param mode what a person asks for; null leaves it to the card
   * @param threshold what a person asks for; null leaves it to the card's operating point
   * @param givenBy where such a threshold comes from, one sentence
   * @param program version of this program
   */
  public static Conditions of(
      ModelCard card,
      Detector detector,
      @Nullable InputMode mode,
      @Nullable Float threshold,
      String givenBy,
      String program) {
    InputMode chosen = mode == null ? card.defaultMode() : mode;
    float value = USUAL_THRESHOLD;
    String source = "half of the range, since the model's card names no operating point";
    if (threshold != null) {
      value = threshold;
      source = givenBy;
    } else if (!card.operatingPoints().isEmpty()) {
      OperatingPoint point = card.operatingPoints().getFirst();
      value = (float) point.mapThreshold();
      source = "operating point of the model's card";
    }
    return new Conditions(
        card.name(),
        card.weightsSha256(),
        chosen,
        detector.inputSize(),
        chosen == InputMode.TILES ? Math.min(OVERLAP, detector.inputSize() / 4) : 0,
        detector.device(),
        detector.precision(),
        value,
        source,
        program);
  }
}
