package org.palimpsest.imaging;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decoder's result in whatever layout, depth and colours, on its way to 8-bit RGB.
 *
 * <p>Samples are taken as stored and scaled to 0..255 with rounding. {@code BufferedImage.getRGB}
 * is avoided: it takes gray values for linear light and brightens them.
 */
final class DecodedRaster {
  private final BufferedImage image;
  private final Raster raster;
  private final ColorModel model;
  private final ColorSpace colours;
  private final int paletteColours;
  private final List<String> notes;

  /**
   * @param paletteColours entries of the palette that the file stores where the decoder adds more;
   *     0 otherwise
   * @param notes receives a sentence for each conversion that changed values
   */
  DecodedRaster(BufferedImage image, int paletteColours, List<String> notes) {
    this.image = image;
    this.raster = image.getRaster();
    this.model = image.getColorModel();
    this.colours = model.getColorSpace();
    this.paletteColours = paletteColours;
    this.notes = notes;
  }

  /** Whether the image was stored with one channel of brightness. */
  boolean isGray() {
    return !(model instanceof IndexColorModel) && model.getNumColorComponents() == 1;
  }

  /** The profile that the decoder attached to the values without applying it, or null. */
  byte @Nullable [] profile() {
    boolean attached =
        colours instanceof ICC_ColorSpace
            && !colours.isCS_sRGB()
            && colours != ColorSpace.getInstance(ColorSpace.CS_GRAY)
            && colours.getType() != ColorSpace.TYPE_CMYK;
    return attached ? ((ICC_ColorSpace) colours).getProfile().getData() : null;
  }

  /**
   * The pixels. May share the decoder's array, so the decoder's image is of no further use.
   *
   * @throws DecodeException for samples that are no unsigned whole numbers, and for colours that
   *     are neither gray, RGB nor CMYK
   */
  RgbImage rgb() throws DecodeException {
    requireWholeNumbers();
    layout();
    transparency();
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getNumBanks() == 1
        && buffer.getData().length == 3L * image.getWidth() * image.getHeight()) {
      return swapped(buffer.getData());
    }
    RgbImage result = RgbImage.black(image.getWidth(), image.getHeight());
    if (model instanceof IndexColorModel palette) {
      fill(result, palette);
    } else if (model.getNumColorComponents() == 4 && colours.getType() == ColorSpace.TYPE_CMYK) {
      fillFromCmyk(result);
    } else if (isGray() || colours.getType() == ColorSpace.TYPE_RGB) {
      fill(result);
    } else {
      throw unsupported("colours of the kind %d".formatted(colours.getType()));
    }
    return result;
  }

  private void layout() {
    if (model instanceof IndexColorModel palette) {
      notes.add(
          isGray(palette)
              ? "The picture is stored in at most %d shades of gray.".formatted(stored(palette))
              : "The picture is stored with a palette.");
    } else if (isGray()) {
      notes.add("The picture is stored in shades of gray.");
    }
  }

  private int stored(IndexColorModel palette) {
    return paletteColours > 0 ? paletteColours : palette.getMapSize();
  }

  private static boolean isGray(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      int red = palette.getRed(i);
      if (red != palette.getGreen(i) || red != palette.getBlue(i)) {
        return false;
      }
    }
    return true;
  }

  private void transparency() {
    if (!model.hasAlpha()) {
      return;
    }
    long clear = transparentPixels();
    notes.add(
        clear == 0
            ? "There is a transparency channel; every pixel is opaque."
            : "Transparency (%s of the pixels) was left out; the colours are those stored under it."
                .formatted(share(clear)));
    if (model.isAlphaPremultiplied()) {
      notes.add("The colours are stored multiplied by the transparency.");
    }
  }

  private String share(long pixels) {
    double percent = 100.0 * pixels / ((long) image.getWidth() * image.getHeight());
    return percent < 0.1
        ? "less than 0.1 %"
        : "%s %%".formatted(String.format(Locale.ROOT, "%.1f", percent));
  }

  /** Pixels that are not wholly opaque. */
  private long transparentPixels() {
    long clear = 0;
    int width = image.getWidth();
    int[] samples = new int[width];
    int band = raster.getNumBands() - 1;
    int opaque = (1 << Math.min(31, raster.getSampleModel().getSampleSize(band))) - 1;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, band, samples);
      for (int sample : samples) {
        boolean isOpaque =
            model instanceof IndexColorModel palette
                ? sample >= palette.getMapSize() || palette.getAlpha(sample) == 255
                : sample == opaque;
        clear += isOpaque ? 0 : 1;
      }
    }
    return clear;
  }

  private void requireWholeNumbers() throws DecodeException {
    int type = raster.getDataBuffer().getDataType();
    if (type != DataBuffer.TYPE_BYTE
        && type != DataBuffer.TYPE_USHORT
        && type != DataBuffer.TYPE_INT) {
      throw unsupported("samples that are not unsigned whole numbers");
    }
    int bits = raster.getSampleModel().getSampleSize(0);
    if (bits > 8) {
      notes.add("%d bits a channel were rounded to 8.".formatted(bits));
    }
  }

  private static DecodeException unsupported(String what) {
    return new DecodeException(
        DecodeException.Reason.UNSUPPORTED, "Images with %s are not read.".formatted(what), null);
  }

  /** In place: for a picture of 100 megapixels a copy would cost 300 MB. */
  private RgbImage swapped(byte[] bgr) {
    for (int i = 0; i < bgr.length; i += 3) {
      byte blue = bgr[i];
      bgr[i] = bgr[i + 2];
      bgr[i + 2] = blue;
    }
    return new RgbImage(image.getWidth(), image.getHeight(), bgr);
  }

  private void fill(RgbImage result, IndexColorModel palette) {
    int width = result.width();
    int[] indices = new int[width];
    int stored = stored(palette);
    long beyond = 0;
    for (int y = 0; y < result.height(); y++) {
      raster.getSamples(0, y, width, 1, 0, indices);
      for (int x = 0, to = y * width * 3; x < width; x++, to += 3) {
        // Colours that the palette lacks are black, as in libpng; decoders differ.
        int rgb = indices[x] < stored ? palette.getRGB(indices[x]) : 0;
        beyond += indices[x] < stored ? 0 : 1;
        result.rgb()[to] = (byte) (rgb >> 16);
        result.rgb()[to + 1] = (byte) (rgb >> 8);
        result.rgb()[to + 2] = (byte) rgb;
      }
    }
    if (beyond > 0) {
      notes.add(
          "%,d pixels refer to colours that the palette of %d lacks; they were made black."
              .formatted(beyond, stored));
    }
  }

  private void fill(RgbImage result) {
    int width = result.width();
    int stored = model.getNumColorComponents();
    int[] samples = new int[width];
    for (int channel = 0; channel < 3; channel++) {
      int band = Math.min(channel, stored - 1);
      for (int y = 0; y < result.height(); y++) {
        scaled(y, band, samples);
        for (int x = 0, to = y * width * 3 + channel; x < width; x++, to += 3) {
          result.rgb()[to] = (byte) samples[x];
        }
      }
    }
  }

  private void fillFromCmyk(RgbImage result) {
    int width = result.width();
    int[] samples = new int[width];
    byte[] row = new byte[width * 4];
    @Nullable ColourProfile profile =
        colours instanceof ICC_ColorSpace icc ? new ColourProfile(icc) : null;
    for (int y = 0; y < result.height(); y++) {
      for (int band = 0; band < 4; band++) {
        scaled(y, band, samples);
        for (int x = 0; x < width; x++) {
          row[x * 4 + band] = (byte) samples[x];
        }
      }
      byte[] rgb = profile == null ? withoutProfile(row) : profile.toSrgb(row);
      System.arraycopy(rgb, 0, result.rgb(), y * width * 3, rgb.length);
    }
    notes.add(
        profile == null
            ? "CMYK without a colour profile was converted by a simple formula; colours are"
                + " approximate."
            : "Colours were converted from CMYK to sRGB by the embedded profile.");
  }

  /** Inks as ideal filters: R = (1 - C)(1 - K), and so on. */
  private static byte[] withoutProfile(byte[] cmyk) {
    byte[] rgb = new byte[cmyk.length / 4 * 3];
    for (int from = 0, to = 0; from < cmyk.length; from += 4) {
      int white = 255 - (cmyk[from + 3] & 0xff);
      for (int channel = 0; channel < 3; channel++) {
        rgb[to++] = (byte) (((255 - (cmyk[from + channel] & 0xff)) * white + 127) / 255);
      }
    }
    return rgb;
  }

  private void scaled(int y, int band, int[] samples) {
    raster.getSamples(0, y, samples.length, 1, band, samples);
    int bits = raster.getSampleModel().getSampleSize(band);
    if (bits == 8) {
      return;
    }
    long greatest = (1L << bits) - 1;
    for (int x = 0; x < samples.length; x++) {
      samples[x] = (int) (((samples[x] & greatest) * 255 + greatest / 2) / greatest);
    }
  }
}
