package org.palimpsest.casework;

import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.InputMode;
import org.palimpsest.vision.InputPrediction;

/** How one image is laid out as inputs of the network, and how their maps become its map. */
sealed interface ImageInputs permits WholeInput, TiledInputs {
  int count();

  /** The pixels of an input, made when asked for. */
  RgbImage input(int index);

  /** Takes the map of an input; every input is answered exactly once. */
  void accept(int index, FloatMap map);

  /** Where an input lies in the image, with its class scores. */
  InputScore score(int index, InputPrediction prediction);

  /** The map in image coordinates, once all inputs are answered. */
  FloatMap map();

  static ImageInputs of(InputMode mode, RgbImage image, int inputSize, int overlap)
      throws PredictionException {
    return switch (mode) {
      case WHOLE -> new WholeInput(image, inputSize);
      case TILES -> new TiledInputs(image, inputSize, overlap);
    };
  }
}
