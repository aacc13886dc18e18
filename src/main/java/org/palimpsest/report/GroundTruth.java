package org.palimpsest.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ground truth of a sample: {@code truth/NAME.png} beside {@code NAME.*}, white where the image
 * was edited.
 */
final class GroundTruth {
  private static final Logger LOG = LoggerFactory.getLogger(GroundTruth.class);
  private static final int WHITE = 128;

  /** Bluish green, orange and sky blue of a palette made for all colour vision (Okabe and Ito). */
  private static final int HIT = 0x009e73;

  private static final int MISS = 0xe69f00;
  private static final int FALSE_ALARM = 0x56b4e9;

  /** A mask with the file it came from. */
  record Found(Path file, Mask mask) {}

  /** The mask of a picture; empty without one, or when it cannot be read or has another size. */
  Optional<Found> of(Path picture, int width, int height) {
    Path file = file(picture);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      RgbImage image = ImageDecoder.decode(Evidence.take(file).bytes()).pixels();
      if (image.width() != width || image.height() != height) {
        LOG.warn("The ground truth {} has another size than {}", file, picture);
        return Optional.empty();
      }
      Mask mask = Mask.empty(width, height);
      for (int i = 0; i < mask.values().length; i++) {
        mask.values()[i] = (byte) ((image.rgb()[i * 3] & 0xff) >= WHITE ? 1 : 0);
      }
      return Optional.of(new Found(file, mask));
    } catch (EvidenceException | DecodeException e) {
      LOG.warn("The ground truth {} cannot be read", file, e);
      return Optional.empty();
    }
  }

  private static Path file(Path picture) {
    String name = String.valueOf(picture.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return picture.resolveSibling("truth").resolve(stem + ".png");
  }

  /** Hits, misses and false alarms in three colours on black. */
  RgbImage drawn(Mask truth, Heatmap heatmap) {
    RgbImage drawn = RgbImage.black(truth.width(), truth.height());
    float[] map = heatmap.map().values();
    for (int i = 0; i < map.length; i++) {
      boolean edited = truth.values()[i] != 0;
      boolean marked = map[i] > heatmap.threshold();
      if (edited || marked) {
        int colour = edited && marked ? HIT : edited ? MISS : FALSE_ALARM;
        drawn.rgb()[i * 3] = (byte) (colour >> 16);
        drawn.rgb()[i * 3 + 1] = (byte) (colour >> 8);
        drawn.rgb()[i * 3 + 2] = (byte) colour;
      }
    }
    return drawn;
  }
}
