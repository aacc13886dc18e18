package org.palimpsest.casework.store;

import java.nio.file.Path;
import java.util.List;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** The process that {@link CrashTest} kills: works off a case's queue, a line for every image. */
final class CrashChild {
  private static final int PASS_MS = 15;

  private CrashChild() {}

  /** Takes long enough over a pass that a kill meets images in every stage. */
  private record Slow(Detector below) implements Detector {
    @Override
    public int inputSize() {
      return below.inputSize();
    }

    @Override
    public int batchSize() {
      return below.batchSize();
    }

    @Override
    public List<InputPrediction> predict(List<RgbImage> inputs) {
      try {
        Thread.sleep(PASS_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return below.predict(inputs);
    }

    @Override
    public String device() {
      return below.device();
    }

    @Override
    public String precision() {
      return below.precision();
    }

    @Override
    public void close() {
      below.close();
    }
  }

  public static void main(String[] args) throws Exception {
    try (CaseFile open = CaseFile.open(Path.of(args[0]), TestCase.ADA)) {
      open.requireChanges();
      open.addListener(
          change -> {
            if (change.kinds().contains(CaseChange.Kind.EXAMINATIONS)) {
              System.out.println("examined " + change.exhibits());
            }
          });
      try (CaseSink sink = open.queue().sink(open.queue().jobs())) {
        new Batch(TestCase.examination(0.9f, new Slow(new RedDetector())), sink, limits())
            .run(sink.files(), Progress.unwatched());
      }
    }
  }

  private static BatchLimits limits() {
    return BatchLimits.of(4, 2, 1L << 28);
  }
}
