package org.palimpsest.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.HandOver;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the network's passes with the inputs of one image after the other. Images are begun in the
 * order in which they come; where an image leaves room in a pass, the next one's inputs fill it. An
 * image of a hundred tiles therefore delays a small one behind it but never starves it, and its
 * tiles are cut only when their pass is filled.
 */
final class InferenceStage {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceStage.class);

  private record Pending(InHand image, RgbImage input) {}

  private final BatchState batch;
  private final Detector detector;
  private final HandOver<InHand> decoded;
  private final HandOver<InHand> answered;
  private @Nullable InHand current;

  InferenceStage(BatchState batch, HandOver<InHand> decoded, HandOver<InHand> answered) {
    this.batch = batch;
    this.detector = batch.examination().detector();
    this.decoded = decoded;
    this.answered = answered;
  }

  /** Works until no image is left, then says so to the next stage. */
  void run() {
    try {
      for (List<Pending> pass = fill(); !pass.isEmpty(); pass = fill()) {
        predictAll(pass);
      }
    } catch (RuntimeException | Error e) {
      batch.breakDown(e);
    } finally {
      drop();
      answered.finish();
    }
  }

  private List<Pending> fill() {
    List<Pending> pass = new ArrayList<>();
    int size = detector.batchSize();
    while (pass.size() < size && !batch.isBroken()) {
      InHand image = current;
      if (image != null && !image.isReleased() && isUnwanted(image)) {
        drop(image);
      }
      if (image == null || image.isReleased() || !image.examination().hasNext()) {
        image = begin(pass.isEmpty());
        current = image;
      }
      if (image == null) {
        break;
      }
      try {
        pass.add(new Pending(image, image.examination().next()));
      } catch (RuntimeException | OutOfMemoryError e) {
        giveUp(image, e);
      }
    }
    return pass;
  }

  /** The next image, waiting for one only when there is nothing else to do. */
  private @Nullable InHand begin(boolean wait) {
    if (batch.isStopping()) {
      return null;
    }
    Optional<InHand> next = wait ? decoded.take() : decoded.poll();
    if (next.isPresent() && batch.isStopping()) {
      drop(next.get());
      return null;
    }
    return next.orElse(null);
  }

  private void predictAll(List<Pending> pass) {
    boolean ended = false;
    try {
      predict(pass);
      ended = true;
    } finally {
      if (!ended) {
        pass.forEach(pending -> pending.image().release());
      }
    }
  }

  private void predict(List<Pending> pass) {
    Stopwatch predicting = new Stopwatch();
    List<InputPrediction> answers;
    try {
      answers = detector.predict(pass.stream().map(Pending::input).toList());
      if (answers.size() != pass.size()) {
        throw new IllegalStateException(
            "%d answers to %d inputs".formatted(answers.size(), pass.size()));
      }
    } catch (RuntimeException e) {
      isolate(pass, e);
      return;
    }
    double each = predicting.seconds() / pass.size();
    for (int i = 0; i < pass.size(); i++) {
      accept(pass.get(i).image(), answers.get(i), each);
    }
  }

  /** One image's input must not cost the others theirs: the inputs are tried one by one. */
  private void isolate(List<Pending> pass, RuntimeException cause) {
    if (pass.size() == 1) {
      giveUp(pass.getFirst().image(), PredictionException.failed(cause));
      return;
    }
    LOG.warn("A pass of {} inputs failed; they are tried one by one", pass.size(), cause);
    for (Pending pending : pass) {
      if (!pending.image().isReleased()) {
        predict(List.of(pending));
      }
    }
  }

  private void accept(InHand image, InputPrediction answer, double seconds) {
    if (image.isReleased()) {
      return;
    }
    OpenExamination examination = image.examination();
    try {
      examination.accept(answer, seconds);
    } catch (PredictionException | RuntimeException | OutOfMemoryError e) {
      giveUp(image, e);
      return;
    }
    if (examination.isAnswered()) {
      answered.put(image);
    } else {
      batch
          .source()
          .progress(
              examination.source(),
              (double) examination.scores().size() / examination.inputs().count());
      batch.report(
          "%s, input %d of %d"
              .formatted(
                  examination.file().name(),
                  examination.scores().size(),
                  examination.inputs().count()));
    }
  }

  private void giveUp(InHand image, Throwable cause) {
    if (cause instanceof PredictionException prediction) {
      batch.failed(image.examination().source(), prediction.code(), prediction);
    } else {
      batch.failedUnexpectedly(image.examination().source(), cause);
    }
    image.release();
  }

  private boolean isUnwanted(InHand image) {
    return image.examination().hasNext() && !batch.source().isWanted(image.examination().source());
  }

  private void drop(InHand image) {
    image.release();
    batch.source().dropped(image.examination().source());
  }

  /** Releases what will not be examined in this run, so that the stage before can end. */
  private void drop() {
    InHand image = current;
    if (image != null && !image.isReleased() && !image.examination().isAnswered()) {
      drop(image);
    }
    for (Optional<InHand> next = decoded.take(); next.isPresent(); next = decoded.take()) {
      drop(next.get());
    }
  }
}
