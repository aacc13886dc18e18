package org.palimpsest.vision;

import java.util.List;
import org.palimpsest.imaging.RgbImage;

/** A loaded model on a device. Thread-safe; closing waits for the prediction in hand. */
public interface Detector extends AutoCloseable {
  /** The network's square input size in pixels (512 for the published sizes). */
  int inputSize();

  /** How many inputs one call should carry on this device at present, at least 1. */
  int batchSize();

  /**
   * Predicts several inputs in one pass.
   *
   * @param inputs images of exactly {@link #inputSize()} squared
   * @return one prediction for each input, in order
   */
  List<InputPrediction> predict(List<RgbImage> inputs);

  /** Device and precision in words for records, e.g. {@code cpu} and {@code fp32}. */
  String device();

  String precision();

  @Override
  void close();
}
