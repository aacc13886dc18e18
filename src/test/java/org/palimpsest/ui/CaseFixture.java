package org.palimpsest.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.FileFacts;
import org.palimpsest.casework.Measurement;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.PictureFacts;
import org.palimpsest.casework.StageSeconds;
import org.palimpsest.casework.Verdict;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseSink;
import org.palimpsest.casework.store.Job;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.EngineProbe;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/** Real case files for tests of the window. */
public final class CaseFixture {
  public static final String MODEL = "maskclip-compact";
  private static final String ZEROS = "0".repeat(64);

  private CaseFixture() {}

  public static CaseFile create(Path file) throws CaseException {
    return CaseFile.create(
        file, CaseDetails.named("Test"), new Actor("Ada", "test", InstantSource.system()));
  }

  public static RegisteredModel model() throws Exception {
    return new ModelRegistry(List.of(Path.of("models"))).find(MODEL);
  }

  /** The embedded model's operating point; of other models none. */
  public static Optional<OperatingPoint> point(String name) {
    try {
      return name.equals(MODEL)
          ? Optional.of(model().card().operatingPoints().getFirst())
          : Optional.empty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static List<Long> add(CaseFile open, List<Path> files) throws CaseException {
    return open.exhibits().add(files, Receipt.unstated(), Storage.REFERENCE).exhibits();
  }

  /** Examines exhibits with the embedded model. */
  public static void examine(CaseFile open, Collection<Long> exhibits, InputMode mode)
      throws Exception {
    RegisteredModel model = model();
    MaskClipConfig config = model.card().configuration(MaskClipConfig.class);
    DetectorFactory factory = new DetectorFactory(new EngineProbe());
    List<Job> jobs = open.queue().add(exhibits, ExaminationRequest.usual());
    try (Detector detector =
            factory.load(
                model.weights(),
                config,
                factory.choose(config, "cpu", "fp32", model.card().defaultPrecision()),
                OptionalInt.of(2));
        CaseSink sink = open.queue().sink(jobs)) {
      boolean tiles = mode == InputMode.TILES;
      Examination examination =
          new Examination(
              detector,
              new Conditions(
                  model.card().name(),
                  model.card().weightsSha256(),
                  mode,
                  detector.inputSize(),
                  tiles ? 128 : 0,
                  detector.device(),
                  detector.precision(),
                  (float) model.card().operatingPoints().getFirst().mapThreshold(),
                  "operating point of the model's card",
                  "test"),
              new VerdictRule(model.card()),
              Versions.running("Palimpsest test", "PyTorch"),
              List.of("palimpsest"),
              InstantSource.system());
      new Batch(examination, sink, BatchLimits.of(2, 2, 1L << 29))
          .run(sink.files(), Progress.unwatched());
    }
  }

  /**
   * Keeps results made up of random numbers, for lists of thousands.
   *
   * @param exhibits of files that need not exist
   */
  public static void synthesise(CaseFile open, List<Long> exhibits)
      throws CaseException, OutputException {
    SplittableRandom random = new SplittableRandom(7);
    List<Job> jobs = open.queue().add(exhibits, ExaminationRequest.usual());
    try (CaseSink sink = open.queue().sink(jobs)) {
      for (Path file : sink.files()) {
        double area = Math.pow(random.nextDouble(), 6);
        sink.examined(
            examined(
                file,
                area > 0.0527 ? Outcome.INCONSISTENT : Outcome.INCONCLUSIVE,
                random.nextDouble(),
                area,
                random));
      }
    }
  }

  private static Examined examined(
      Path file, Outcome outcome, double score, double area, SplittableRandom random) {
    int width = 96;
    int height = 64;
    RgbImage image = RgbImage.black(width, height);
    int red = random.nextInt(256);
    int blue = random.nextInt(256);
    for (int i = 0; i < width * height; i++) {
      image.rgb()[3 * i] = (byte) (red * (i % width) / width);
      image.rgb()[3 * i + 1] = (byte) (i / width * 3);
      image.rgb()[3 * i + 2] = (byte) blue;
    }
    Heatmap heatmap = Heatmap.of(new FloatMap(8, 8, new float[64]), 0.46f);
    ExaminationRecord record =
        new ExaminationRecord(
            new FileFacts(file.toString(), ZEROS, 1000, "JPEG", false, 90),
            new PictureFacts(width, height, "JPEG", "made up", "UPRIGHT", List.of()),
            null,
            new Conditions(
                MODEL, ZEROS, InputMode.TILES, 512, 128, "cpu", "fp32", 0.46f, "made up", "test"),
            new Measurement(
                (float) score, area, (float) Math.sqrt(area), List.of(), 0, new ArrayList<>()),
            new Verdict(outcome, "Made up."),
            new StageSeconds(0, 0, 0, 0),
            Versions.running("test", "none"),
            Instant.EPOCH,
            List.of());
    return new Examined(file, record, image, heatmap);
  }
}
