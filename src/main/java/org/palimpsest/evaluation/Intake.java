package org.palimpsest.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.JpegQuality;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

/**
 * Reads pictures and masks of a data set. A mask is edited where the mean of its three channels is
 * above 127.5, as IMDL-BenCo reads it.
 */
public final class Intake {
  /** A mask with more grey pixels than this share is noted. */
  private static final double GREY = 0.001;

  private final List<String> notes = new ArrayList<>();

  /** What a reader of the figures should know of the masks, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Reads a picture and, where it has one, its mask.
   *
   * @throws SubjectException if one of them cannot be read, or they do not belong together
   */
  public Subject read(TestImage image) throws SubjectException {
    Evidence evidence = take(image.file(), "");
    RgbImage pixels = decode(evidence, "");
    Mask truth = image.truth() == null ? null : mask(image.truth(), pixels);
    return new Subject(
        image,
        evidence.sha256().hex(),
        JpegQuality.estimate(evidence.bytes()).orElse(null),
        pixels,
        truth);
  }

  private Mask mask(Path file, RgbImage pixels) throws SubjectException {
    RgbImage white = decode(take(file, "Its mask: "), "Its mask: ");
    if (white.width() != pixels.width() || white.height() != pixels.height()) {
      throw new SubjectException(
          "EVA-08",
          "Its mask has %d x %d pixels, the picture %d x %d."
              .formatted(white.width(), white.height(), pixels.width(), pixels.height()),
          null);
    }
    Mask mask = Mask.empty(white.width(), white.height());
    long grey = 0;
    int highest = 0;
    for (int i = 0; i < mask.values().length; i++) {
      int sum = 0;
      for (int channel = 0; channel < 3; channel++) {
        sum += white.rgb()[i * 3 + channel] & 0xff;
      }
      mask.values()[i] = (byte) (2 * sum > 3 * 255 ? 1 : 0);
      grey += sum > 0 && sum < 3 * 255 ? 1 : 0;
      highest = Math.max(highest, sum / 3);
    }
    if (mask.area() == 0) {
      throw new SubjectException(
          "EVA-09",
          "Its mask marks nothing: no value is above 127, the highest is %d.".formatted(highest),
          null);
    }
    if (grey > GREY * mask.values().length) {
      notes.add(
          "%s: %.1f %% of the mask are neither black nor white; what is above half counts as edited."
              .formatted(file, 100.0 * grey / mask.values().length));
    }
    return mask;
  }

  private static Evidence take(Path file, String what) throws SubjectException {
    try {
      return Evidence.take(file);
    } catch (EvidenceException e) {
      throw new SubjectException(e.code(), what + sentence(e), e);
    }
  }

  private static RgbImage decode(Evidence evidence, String what) throws SubjectException {
    try {
      return ImageDecoder.decode(evidence.bytes()).pixels();
    } catch (DecodeException e) {
      throw new SubjectException(e.code(), what + sentence(e), e);
    }
  }

  private static String sentence(@Nullable Exception e) {
    return e == null ? "" : Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
