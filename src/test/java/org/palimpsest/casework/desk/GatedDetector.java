package org.palimpsest.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** Stands for the network where a test must hold it between two passes; red is "edited". */
final class GatedDetector implements Detector {
  static final int INPUT = 64;

  final Semaphore gate;
  final AtomicInteger passes = new AtomicInteger();
  volatile boolean closed;

  /**
   * A detector.
   *
   * @param free passes it makes before it waits for the gate
   */
  GatedDetector(int free) {
    gate = new Semaphore(free);
  }

  @Override
  public int inputSize() {
    return INPUT;
  }

  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public List<InputPrediction> predict(List<RgbImage> inputs) {
    gate.acquireUninterruptibly();
    passes.incrementAndGet();
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
  public void close() {
    closed = true;
  }
}
