package org.palimpsest.casework;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.DecodedImage;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/**
 * The road from a file to a record: evidence, pixels, inputs, predictions, map, measurement,
 * verdict. The pixels come from the very bytes that were hashed.
 */
public final class Examination {
  private final Detector detector;
  private final Conditions conditions;
  private final VerdictRule rule;
  private final Versions versions;
  private final List<String> commandLine;
  private final InstantSource clock;

  /**
   * Examinations under the same conditions.
   *
   * @param detector the loaded model that the conditions name
   * @param commandLine the command that asks for them, for the record
   */
  public Examination(
      Detector detector,
      Conditions conditions,
      VerdictRule rule,
      Versions versions,
      List<String> commandLine,
      InstantSource clock) {
    this.detector = detector;
    this.conditions = conditions;
    this.rule = rule;
    this.versions = versions;
    this.commandLine = List.copyOf(commandLine);
    this.clock = clock;
  }

  public Detector detector() {
    return detector;
  }

  public Conditions conditions() {
    return conditions;
  }

  InstantSource clock() {
    return clock;
  }

  /**
   * Examines one file from beginning to end.
   *
   * @return empty when cancelled between two passes of the network
   */
  public Optional<Examined> run(Path file, Progress progress)
      throws EvidenceException, DecodeException, PredictionException {
    Stopwatch reading = new Stopwatch();
    Evidence evidence = Evidence.take(file);
    OpenExamination open = open(evidence, reading.seconds());
    while (open.hasNext()) {
      if (progress.isCancelled()) {
        return Optional.empty();
      }
      progress.report(open.scores().size(), open.inputs().count(), open.file().name());
      List<RgbImage> batch = new ArrayList<>();
      while (open.hasNext() && batch.size() < detector.batchSize()) {
        batch.add(open.next());
      }
      Stopwatch predicting = new Stopwatch();
      List<InputPrediction> answers = detector.predict(batch);
      double each = predicting.seconds() / answers.size();
      for (InputPrediction answer : answers) {
        open.accept(answer, each);
      }
    }
    return Optional.of(finish(open));
  }

  /** Decodes the evidence and lays its inputs out. */
  OpenExamination open(Evidence evidence, double readSeconds)
      throws DecodeException, PredictionException {
    Stopwatch decoding = new Stopwatch();
    DecodedImage decoded = ImageDecoder.decode(evidence.bytes());
    RgbImage image = decoded.pixels();
    ImageInputs inputs =
        ImageInputs.of(conditions.mode(), image, conditions.inputSize(), conditions.overlap());
    return new OpenExamination(
        evidence.path(),
        FileFacts.of(evidence),
        PictureFacts.of(decoded),
        ExhibitMetadata.of(evidence, image.width(), image.height()),
        image,
        inputs,
        readSeconds,
        decoding.seconds());
  }

  /** Measures a fully answered examination and says what that allows to say. */
  Examined finish(OpenExamination open) {
    Stopwatch mapping = new Stopwatch();
    FloatMap map = open.inputs().map();
    Heatmap heatmap = Heatmap.of(map, conditions.threshold());
    Measurement measurement = Measurement.of(heatmap, open.scores());
    Verdict verdict =
        rule.verdict(open.file(), open.picture(), conditions.mode(), measurement.score(), heatmap);
    ExaminationRecord record =
        new ExaminationRecord(
            open.file(),
            open.picture(),
            open.metadata(),
            conditions,
            measurement,
            verdict,
            open.seconds(mapping.seconds()),
            versions,
            clock.instant(),
            commandLine);
    return new Examined(open.source(), record, open.image(), heatmap);
  }
}
