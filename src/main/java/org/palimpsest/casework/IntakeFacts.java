package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.DecodedImage;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/**
 * What is known of a file once it was read for the first time.
 *
 * @param file the file and the digest of its bytes
 * @param picture the picture decoded from those bytes; null when they cannot be decoded
 * @param metadata what the file says of itself; null when it cannot be decoded
 * @param problemCode code of the reason why it cannot be decoded; null when it can
 * @param problem that reason, one sentence; null when it can be decoded
 */
public record IntakeFacts(
    FileFacts file,
    @Nullable PictureFacts picture,
    @Nullable ExhibitMetadata metadata,
    @Nullable String problemCode,
    @Nullable String problem) {
  /** Longer side of a thumbnail, in pixels. */
  public static final int THUMBNAIL = 240;

  private static final int QUALITY = 82;

  /**
   * The facts with the picture they are about.
   *
   * @param thumbnail the picture made small, a JPEG; null when it cannot be decoded
   */
  public record Taken(IntakeFacts facts, byte @Nullable [] thumbnail) {}

  /** Decodes a file that was read; one that is no readable picture still has facts. */
  public static Taken of(Evidence evidence) {
    try {
      DecodedImage decoded = ImageDecoder.decode(evidence.bytes());
      RgbImage image = decoded.pixels();
      IntakeFacts facts =
          new IntakeFacts(
              FileFacts.of(evidence),
              PictureFacts.of(decoded),
              ExhibitMetadata.of(evidence, image.width(), image.height()),
              null,
              null);
      return new Taken(facts, thumbnail(image));
    } catch (DecodeException e) {
      return new Taken(
          new IntakeFacts(
              FileFacts.of(evidence), null, null, e.code(), String.valueOf(e.getMessage())),
          null);
    }
  }

  /** The facts that a finished examination holds. */
  public static Taken of(Examined examined) {
    ExaminationRecord record = examined.record();
    return new Taken(
        new IntakeFacts(record.file(), record.picture(), record.metadata(), null, null),
        thumbnail(examined.image()));
  }

  /** A picture made small, as JPEG. */
  public static byte[] thumbnail(RgbImage image) {
    double scale = Math.min(1, (double) THUMBNAIL / Math.max(image.width(), image.height()));
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    RgbImage small = scale < 1 ? Resize.area(image, width, height) : image;
    return Jpeg.encode(small, QUALITY, Subsampling.S420);
  }
}
