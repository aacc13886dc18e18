package org.palimpsest.casework;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.vision.InputPrediction;

/**
 * One image between being decoded and being measured: hands out its inputs, collects the answers.
 * Used by one thread at a time.
 */
final class OpenExamination {
  private final Path source;
  private final FileFacts file;
  private final PictureFacts picture;
  private final ExhibitMetadata metadata;
  private final RgbImage image;
  private final ImageInputs inputs;
  private final double readSeconds;
  private final double decodeSeconds;
  private final List<InputScore> scores = new ArrayList<>();
  private double predictSeconds;
  private int handedOut;

  OpenExamination(
      Path source,
      FileFacts file,
      PictureFacts picture,
      ExhibitMetadata metadata,
      RgbImage image,
      ImageInputs inputs,
      double readSeconds,
      double decodeSeconds) {
    this.source = source;
    this.file = file;
    this.picture = picture;
    this.metadata = metadata;
    this.image = image;
    this.inputs = inputs;
    this.readSeconds = readSeconds;
    this.decodeSeconds = decodeSeconds;
  }

  Path source() {
    return source;
  }

  FileFacts file() {
    return file;
  }

  PictureFacts picture() {
    return picture;
  }

  ExhibitMetadata metadata() {
    return metadata;
  }

  RgbImage image() {
    return image;
  }

  ImageInputs inputs() {
    return inputs;
  }

  List<InputScore> scores() {
    return scores;
  }

  boolean hasNext() {
    return handedOut < inputs.count();
  }

  /** The next input; inputs are answered in the order in which they were handed out. */
  RgbImage next() {
    return inputs.input(handedOut++);
  }

  /** Takes the answer to the oldest unanswered input and the time it cost. */
  void accept(InputPrediction prediction, double seconds) throws PredictionException {
    int index = scores.size();
    InputScore score = inputs.score(index, prediction);
    // An infinite logit gives a finite score: 0 or 1.
    if (!isUsable(prediction)) {
      throw PredictionException.notANumber();
    }
    inputs.accept(index, prediction.map());
    scores.add(score);
    predictSeconds += seconds;
  }

  /** Whether an answer holds finite numbers only. */
  static boolean isUsable(InputPrediction prediction) {
    return Float.isFinite(prediction.realLogit())
        && Float.isFinite(prediction.fakeLogit())
        && isFinite(prediction.map());
  }

  private static boolean isFinite(FloatMap map) {
    for (float value : map.values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  boolean isAnswered() {
    return scores.size() == inputs.count();
  }

  StageSeconds seconds(double mapSeconds) {
    return new StageSeconds(readSeconds, decodeSeconds, predictSeconds, mapSeconds);
  }
}
