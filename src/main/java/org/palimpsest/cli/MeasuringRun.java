package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.Localizer;
import org.palimpsest.evaluation.Measured;
import org.palimpsest.evaluation.Resaving;
import org.palimpsest.evaluation.TestImage;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;

/** Measures pictures one after another, each after every resaving. */
final class MeasuringRun {
  /** A picture smaller than this says nothing about a local edit. */
  private static final int SMALLEST_SIDE = 96;

  private static final int WHITE = 128;

  private final Localizer model;
  private final List<String> failures = new ArrayList<>();

  MeasuringRun(Localizer model) {
    this.model = model;
  }

  /** What could not be measured, a sentence each. */
  List<String> failures() {
    return failures;
  }

  List<Measured> run(List<TestImage> images, Progress progress) {
    List<Measured> measured = new ArrayList<>();
    for (int i = 0; i < images.size() && !progress.isCancelled(); i++) {
      TestImage image = images.get(i);
      progress.report(i, images.size(), image.file().toString());
      try {
        RgbImage pixels = pixels(image.file());
        Mask truth = truth(image, pixels);
        for (Resaving resaving : Resaving.values()) {
          if (resaving.after(Math.min(pixels.width(), pixels.height())) >= SMALLEST_SIDE) {
            measured.add(Measured.of(image, resaving, pixels, truth, model));
          }
        }
      } catch (EvidenceException | DecodeException | IllegalArgumentException e) {
        failures.add("%s: %s".formatted(image.file(), e.getMessage()));
      }
    }
    progress.report(images.size(), images.size(), "");
    return measured;
  }

  private static RgbImage pixels(Path file) throws EvidenceException, DecodeException {
    return ImageDecoder.decode(Evidence.take(file).bytes()).pixels();
  }

  private static @Nullable Mask truth(TestImage image, RgbImage pixels)
      throws EvidenceException, DecodeException {
    if (image.truth() == null) {
      return null;
    }
    RgbImage white = pixels(image.truth());
    if (white.width() != pixels.width() || white.height() != pixels.height()) {
      throw new IllegalArgumentException("its mask has another size");
    }
    Mask mask = Mask.empty(white.width(), white.height());
    for (int i = 0; i < mask.values().length; i++) {
      mask.values()[i] = (byte) ((white.rgb()[i * 3] & 0xff) >= WHITE ? 1 : 0);
    }
    return mask;
  }
}
