package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.vision.InputPrediction;

/** The whole image stretched to the network's input; the map is stretched back. */
final class WholeInput implements ImageInputs {
  private final int width;
  private final int height;
  private final RgbImage input;
  private @Nullable FloatMap map;

  WholeInput(RgbImage image, int inputSize) {
    width = image.width();
    height = image.height();
    input = Resize.bilinear(image, inputSize, inputSize);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public RgbImage input(int index) {
    return input;
  }

  @Override
  public void accept(int index, FloatMap answer) {
    map = answer;
  }

  @Override
  public InputScore score(int index, InputPrediction prediction) {
    return new InputScore(
        0, 0, width, height, prediction.realLogit(), prediction.fakeLogit(), prediction.score());
  }

  @Override
  public FloatMap map() {
    if (map == null) {
      throw new IllegalStateException("The image has not been predicted yet");
    }
    return Resize.bilinear(map, width, height);
  }
}
