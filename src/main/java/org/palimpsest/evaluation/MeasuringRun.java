package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.palimpsest.evaluation.data.DataSet;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.evaluation.data.Unusable;
import org.palimpsest.tasks.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the pictures of a data set one after another, each after every resaving. */
public final class MeasuringRun {
  private static final Logger LOG = LoggerFactory.getLogger(MeasuringRun.class);

  /** A picture smaller than this says nothing about a local edit. */
  public static final int SMALLEST_SIDE = 96;

  private final Localizer model;
  private final List<Measured> measured = new ArrayList<>();
  private final List<Unusable> unusable = new ArrayList<>();
  private int tooSmall;

  public MeasuringRun(Localizer model) {
    this.model = model;
  }

  /** Measures until the last picture or until cancelled between two of them. */
  public Measurements run(DataSet set, Progress progress) {
    Intake intake = new Intake();
    unusable.addAll(set.unusable());
    int total = set.images().size();
    int done = 0;
    while (done < total && !progress.isCancelled()) {
      TestImage image = set.images().get(done);
      progress.report(done, total, image.file().toString());
      measure(image, intake);
      done++;
    }
    progress.report(done, total, "");
    List<String> notes = new ArrayList<>(set.notes());
    notes.addAll(intake.notes());
    if (tooSmall > 0) {
      notes.add(
          "%d times a picture was left out after a resaving because a side fell below %d pixels."
              .formatted(tooSmall, SMALLEST_SIDE));
    }
    return new Measurements(measured, unusable, notes, done == total);
  }

  private void measure(TestImage image, Intake intake) {
    try {
      Subject subject = intake.read(image);
      for (Resaving resaving : Resaving.values()) {
        if (resaving.after(subject.shorterSide()) >= SMALLEST_SIDE) {
          measured.add(subject.measure(resaving, model));
        } else if (resaving == Resaving.AS_IS) {
          refuse(
              image,
              "EVA-10",
              "A side of %d pixels is below %d.".formatted(subject.shorterSide(), SMALLEST_SIDE));
        } else {
          tooSmall++;
        }
      }
    } catch (SubjectException e) {
      LOG.info("{} was not measured ({})", image.file(), e.code(), e);
      refuse(image, e.code(), Objects.requireNonNullElse(e.getMessage(), e.toString()));
    } catch (OutOfMemoryError e) {
      LOG.warn("{} was not measured", image.file(), e);
      refuse(image, "MEM-01", "There is not enough memory to measure this picture.");
    }
  }

  private void refuse(TestImage image, String code, String reason) {
    // A picture that fails after one resaving must not be in the figures of the others.
    measured.removeIf(one -> one.image().equals(image));
    unusable.add(new Unusable(image.set(), image.file(), code, reason));
  }
}
