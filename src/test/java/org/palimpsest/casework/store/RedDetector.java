package org.palimpsest.casework.store;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** Stands for the network in tests of the case: red is "edited". */
final class RedDetector implements Detector {
  static final int INPUT = 64;

  @Override
  public int inputSize() {
    return INPUT;
  }

  @Override
  public int batchSize() {
    return 4;
  }

  @Override
  public List<InputPrediction> predict(List<RgbImage> inputs) {
    List<InputPrediction> answers = new ArrayList<>();
    for (RgbImage input : inputs) {
      float[] map = new float[INPUT * INPUT];
      for (int i = 0; i < map.length; i++) {
        map[i] = (input.rgb()[i * 3] & 0xff) / 255f;
      }
      answers.add(new InputPrediction(0.25f, 0.5f, new FloatMap(INPUT, INPUT, map)));
    }
    return answers;
  }

  @Override
  public String device() {
    return "cpu";
  }

  @Override
  public String precision() {
    return "fp32";
  }

  @Override
  public void close() {}
}
