package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.BatchSummary;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;

/** What tests of the case share: pictures, a person, examinations by {@link RedDetector}. */
final class TestCase {
  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  static final Actor ADA = new Actor("Ada", "Palimpsest test", InstantSource.fixed(NOON));

  private record Sizes(int size) {}

  private TestCase() {}

  static CaseFile create(Path file) throws CaseException {
    return CaseFile.create(file, CaseDetails.named("Harbour"), ADA);
  }

  static ModelCard card() {
    return new ModelCard(
        "red",
        "Red",
        "Sees red.",
        Configuration.of(new Sizes(RedDetector.INPUT)),
        "ab".repeat(32),
        "made up",
        "none",
        "nothing",
        "none",
        InputMode.TILES,
        "fp32",
        List.of(
            new OperatingPoint(
                Statistic.AREA,
                0.05,
                0.5,
                new Rate(0.02, 0.01, 0.05),
                null,
                "test images",
                100,
                "2026-01-02")),
        null,
        List.of(),
        List.of("Sees red only."),
        List.of(),
        false);
  }

  static Examination examination(float threshold) {
    return examination(threshold, new RedDetector());
  }

  static Examination examination(float threshold, Detector detector) {
    ModelCard card = card();
    return new Examination(
        detector,
        new Conditions(
            card.name(),
            card.weightsSha256(),
            InputMode.TILES,
            RedDetector.INPUT,
            16,
            "cpu",
            "fp32",
            threshold,
            "a test",
            "Palimpsest test"),
        new VerdictRule(card),
        Versions.running("Palimpsest test", "engine 1"),
        List.of("palimpsest", "case", "examine"),
        InstantSource.fixed(NOON));
  }

  /** Examines everything that waits in the queue. */
  static BatchSummary work(CaseFile open, float threshold) throws CaseException, OutputException {
    try (CaseSink sink = open.queue().sink(open.queue().jobs())) {
      return new Batch(examination(threshold), sink, BatchLimits.of(4, 2, 1L << 28))
          .run(sink.files(), Progress.unwatched());
    }
  }

  static void queueAll(CaseFile open) throws CaseException {
    open.queue()
        .add(
            open.exhibits().rows().stream().map(ExhibitRow::id).toList(),
            ExaminationRequest.usual());
  }

  static Path photograph(Path folder, String name, long seed) throws IOException {
    return Files.write(folder.resolve(name), Png.encode(TestImages.photograph(150, 110, seed)));
  }

  static Path red(Path folder, String name) throws IOException {
    RgbImage image = TestImages.photograph(150, 110, 7);
    for (int y = 20; y < 70; y++) {
      for (int x = 30; x < 90; x++) {
        image.rgb()[(y * 150 + x) * 3] = (byte) 255;
      }
    }
    return Files.write(folder.resolve(name), Png.encode(image));
  }
}
