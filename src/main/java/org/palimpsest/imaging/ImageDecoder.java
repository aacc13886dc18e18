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
 * Turns the bytes of a JPEG, PNG, TIFF, WebP, GIF, BMP, PSD, HEIC or AVIF into upright 8-bit sRGB
 * pixels.
 *
 * <p>Exactly the bytes given are decoded, in memory; HEIC and AVIF by libheif's tool in a process
 * of its own. The size is read from the header and checked before room for pixels is made.
 * Transparency is left out, an embedded colour profile is applied, deeper channels are rounded, of
 * several images the first is taken; each is said in the notes. A hostile file ends in a {@link
 * DecodeException}, whatever the decoder threw.
 */
public final class ImageDecoder {
  /** The largest image that is decoded. */
  public static final long MAX_PIXELS = 200_000_000;

  /** The longest side that is decoded, libjpeg's own limit. */
  public static final int MAX_SIDE = 65_500;

  private ImageDecoder() {}

  /**
   * Decodes an image; HEIC and AVIF with the tool that the environment's search path leads to.
   * Thread-safe.
   *
   * @param bytes a whole file; not changed
   */
  public static DecodedImage decode(byte[] bytes) throws DecodeException {
    return decode(bytes, System.getenv("PATH"));
  }

  /**
   * Decodes an image. Thread-safe.
   *
   * @param bytes a whole file; not changed
   * @param searchPath folders in which libheif's tool is looked for, as in the environment's {@code
   *     PATH}; null for none
   */
  public static DecodedImage decode(byte[] bytes, @Nullable String searchPath)
      throws DecodeException {
    Container container =
        Container.of(bytes)
            .orElseThrow(
                () ->
                    new DecodeException(
                        Reason.NOT_AN_IMAGE,
                        "The data are not a JPEG, PNG, TIFF, WebP, GIF, BMP, PSD, HEIC or AVIF"
                            + " image.",
                        null));
    try {
      return container.isDecodedOutside()
          ? decode(container, bytes, tool(container, searchPath))
          : decode(container, bytes);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw refusal(container, e);
    }
  }

  private static HeifTool tool(Container container, @Nullable String searchPath)
      throws DecodeException {
    return HeifTool.on(searchPath)
        .orElseThrow(
            () ->
                new DecodeException(
                    Reason.NO_DECODER,
                    "%s is read by libheif's program heif-dec or heif-convert, and neither is on this machine's search path."
                        .formatted(container.label()),
                    null));
  }

  private static DecodedImage decode(Container container, byte[] bytes)
      throws DecodeException, IOException {
    Embedded embedded = Embedded.in(container, bytes);
    List<String> notes = new ArrayList<>(embedded.notes());
    Orientation orientation = orientation(embedded.exif(), notes);
    return decode(container, embedded, orientation, notes);
  }

  /** By a program outside, which has already turned the picture as the file asks. */
  static DecodedImage decode(Container container, byte[] bytes, HeifTool tool)
      throws DecodeException, IOException {
    HeifBoxes boxes = new HeifBoxes(bytes);
    for (HeifBoxes.Claim claim : boxes.claims()) {
      requireAcceptable(claim.width(), claim.height());
    }
    HeifTool.Picture picture = tool.picture(bytes, boxes);
    List<String> notes = new ArrayList<>(boxes.notes());
    notes.add("The picture was decoded outside this program by %s.".formatted(picture.tool()));
    if (Container.of(picture.png()).orElse(null) != Container.PNG) {
      throw new DecodeException(
          Reason.DAMAGED, "The program that decodes this format wrote no PNG.", null);
    }
    Embedded embedded = Embedded.in(Container.PNG, picture.png());
    notes.addAll(embedded.notes());
    DecodedImage image = decode(Container.PNG, embedded, Orientation.UPRIGHT, notes);
    return new DecodedImage(
        image.pixels(),
        container.label(),
        picture.tool() + ", " + image.decoder(),
        Orientation.UPRIGHT,
        image.notes());
  }

  private static DecodedImage decode(
      Container container, Embedded embedded, Orientation orientation, List<String> notes)
      throws DecodeException, IOException {
    ImageReader reader = container.reader();
    RgbImage stored;
    try (ImageInputStream in = new ByteArrayImageInputStream(embedded.forDecoder())) {
      reader.setInput(in, false, true);
      stored = read(reader, embedded, notes);
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

  private static RgbImage read(ImageReader reader, Embedded embedded, List<String> notes)
      throws DecodeException, IOException {
    DecoderWarnings warnings = new DecoderWarnings();
    reader.addIIOReadWarningListener(warnings);
    requireAcceptable(reader.getWidth(0), reader.getHeight(0));
    BufferedImage image = reader.read(0);
    notes.addAll(warnings.notes());
    DecodedRaster raster = new DecodedRaster(image, embedded.colours(), notes);
    RgbImage rgb = raster.rgb();
    byte[] profile = embedded.profile();
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
