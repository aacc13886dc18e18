package org.palimpsest.imaging;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.DecodeException.Reason;

/**
 * Turns the bytes of a JPEG, PNG, TIFF, WebP, GIF or BMP into upright 8-bit sRGB pixels.
 *
 * <p>Exactly the bytes given are decoded, in memory. The size is read from the header and checked
 * before room for pixels is made. Transparency is left out, an embedded colour profile is applied,
 * deeper channels are rounded, of several images the first is taken; each is said in the notes. A
 * hostile file ends in a {@link DecodeException}, whatever the decoder threw.
 */
public final class ImageDecoder {
  /** The largest image that is decoded. */
  public static final long MAX_PIXELS = 200_000_000;

  /** The longest side that is decoded, libjpeg's own limit. */
  public static final int MAX_SIDE = 65_500;

  private ImageDecoder() {}

  /**
   * Decodes an image. Thread-safe.
   *
   * @param bytes a whole file; not changed
   */
  public static DecodedImage decode(byte[] bytes) throws DecodeException {
    Container container =
        Container.of(bytes)
            .orElseThrow(
                () ->
                    new DecodeException(
                        Reason.NOT_AN_IMAGE,
                        "The data are not a JPEG, PNG, TIFF, WebP, GIF or BMP image.",
                        null));
    try {
      return decode(container, bytes);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw refusal(container, e);
    }
  }

  private static DecodedImage decode(Container container, byte[] bytes)
      throws DecodeException, IOException {
    Embedded embedded = Embedded.in(container, bytes);
    List<String> notes = new ArrayList<>(embedded.notes());
    Orientation orientation = orientation(embedded.exif(), notes);
    ImageReader reader = container.reader();
    RgbImage stored;
    try (ImageInputStream in = new ByteArrayImageInputStream(embedded.forDecoder())) {
      reader.setInput(in, false, true);
      stored = read(container, reader, embedded.profile(), notes);
    } finally {
      reader.dispose();
    }
    return new DecodedImage(
        orientation.upright(stored),
        container.label(),
        container.decoder(reader),
        orientation,
        notes);
  }

  private static RgbImage read(
      Container container, ImageReader reader, byte @Nullable [] profile, List<String> notes)
      throws DecodeException, IOException {
    DecoderWarnings warnings = new DecoderWarnings();
    reader.addIIOReadWarningListener(warnings);
    requireAcceptable(reader.getWidth(0), reader.getHeight(0));
    BufferedImage image = reader.read(0);
    if (container == Container.GIF && reader.getNumImages(true) > 1) {
      notes.add("The GIF is animated; its first image was read.");
    }
    notes.addAll(warnings.notes());
    DecodedRaster raster = new DecodedRaster(image, notes);
    RgbImage rgb = raster.rgb();
    byte[] attached = profile == null ? raster.profile() : profile;
    if (attached != null) {
      ColourProfile.apply(attached, rgb, raster.isGray(), notes);
    }
    return rgb;
  }

  private static void requireAcceptable(long width, long height) throws DecodeException {
    if (width < 1 || height < 1) {
      throw new DecodeException(
          Reason.DAMAGED, "The header claims %d x %d pixels.".formatted(width, height), null);
    }
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
      throw new DecodeException(
          Reason.TOO_MANY_PIXELS,
          "The header claims %,d x %,d pixels; up to %,d megapixels with sides up to %,d are read."
              .formatted(width, height, MAX_PIXELS / 1_000_000, MAX_SIDE),
          null);
    }
  }

  private static Orientation orientation(byte @Nullable [] exif, List<String> notes) {
    OptionalLong value =
        exif == null
            ? OptionalLong.empty()
            : new TiffDirectory(exif).value(TiffDirectory.ORIENTATION);
    if (value.isEmpty()) {
      return Orientation.UPRIGHT;
    }
    Optional<Orientation> orientation = Orientation.ofExif(value.getAsLong());
    if (orientation.isEmpty()) {
      notes.add(
          "The orientation %d is not defined; the image was left as it is stored."
              .formatted(value.getAsLong()));
    }
    return orientation.orElse(Orientation.UPRIGHT);
  }

  private static DecodeException refusal(Container container, Throwable failure) {
    String format = container.label();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return new DecodeException(
            Reason.OUT_OF_MEMORY,
            "Decoding the %s needs more memory than there is.".formatted(format),
            failure);
      }
      if (cause instanceof EOFException) {
        return new DecodeException(
            Reason.ENDS_EARLY,
            "The %s data end before the image is complete.".formatted(format),
            failure);
      }
    }
    return failure instanceof UnsupportedOperationException
        ? new DecodeException(
            Reason.UNSUPPORTED, "This variant of %s is not read.".formatted(format), failure)
        : new DecodeException(
            Reason.DAMAGED, "The %s data cannot be decoded.".formatted(format), failure);
  }
}
