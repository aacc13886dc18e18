package org.palimpsest.imaging;

import java.awt.Point;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;

/** An ICC profile (ICC.1) and the way from its values to sRGB. */
final class ColourProfile {
  /**
   * A profile that moves no colour by more than this is sRGB under another name. Its values are
   * kept as they are: rounding would lay a pattern of its own over the traces that are looked for.
   */
  private static final int SAME = 2;

  private static final int ROWS = 64;

  private final ICC_ColorSpace space;
  private final int bands;

  ColourProfile(ICC_ColorSpace space) {
    this.space = space;
    this.bands = space.getNumComponents();
  }

  /**
   * Converts an image in place.
   *
   * @param image values in the profile's colours; for a gray profile, red = green = blue
   * @param gray whether the image was stored with one channel
   * @param notes receives what was done to the values, or why the profile was ignored
   */
  static void apply(byte[] icc, RgbImage image, boolean gray, List<String> notes) {
    try {
      ICC_Profile parsed = ICC_Profile.getInstance(icc);
      if (parsed.getColorSpaceType() != (gray ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB)) {
        notes.add("The embedded colour profile is for another kind of image; it was ignored.");
        return;
      }
      ColourProfile profile = new ColourProfile(new ICC_ColorSpace(parsed));
      if (profile.isAlmostSrgb()) {
        return;
      }
      profile.convert(image);
      notes.add("Colours were converted from the embedded profile to sRGB.");
    } catch (IllegalArgumentException | CMMException e) {
      notes.add("The embedded colour profile cannot be used; values were taken as sRGB.");
    }
  }

  /**
   * Converts pixels.
   *
   * @param values interleaved, one byte for each of the profile's components
   * @return interleaved R, G, B
   */
  byte[] toSrgb(byte[] values) {
    byte[] rgb = new byte[values.length / bands * 3];
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    new ColorConvertOp(space, srgb, null).filter(raster(values, bands), raster(rgb, 3));
    return rgb;
  }

  private boolean isAlmostSrgb() {
    byte[] probe = bands == 1 ? grays() : cube();
    byte[] converted = toSrgb(probe);
    for (int i = 0; i < converted.length; i++) {
      int before = probe[bands == 1 ? i / 3 : i] & 0xff;
      if (Math.abs(before - (converted[i] & 0xff)) > SAME) {
        return false;
      }
    }
    return true;
  }

  private void convert(RgbImage image) {
    byte[] rgb = image.rgb();
    if (bands == 1) {
      byte[] table = toSrgb(grays());
      for (int i = 0; i < rgb.length; i += 3) {
        System.arraycopy(table, (rgb[i] & 0xff) * 3, rgb, i, 3);
      }
      return;
    }
    int stride = image.width() * 3;
    for (int y = 0; y < image.height(); y += ROWS) {
      int from = y * stride;
      int to = from + Math.min(ROWS, image.height() - y) * stride;
      System.arraycopy(toSrgb(Arrays.copyOfRange(rgb, from, to)), 0, rgb, from, to - from);
    }
  }

  private static WritableRaster raster(byte[] values, int bands) {
    int[] offsets = new int[bands];
    Arrays.setAll(offsets, i -> i);
    return Raster.createInterleavedRaster(
        new DataBufferByte(values, values.length),
        values.length / bands,
        1,
        values.length,
        bands,
        offsets,
        new Point());
  }

  private static byte[] grays() {
    byte[] grays = new byte[256];
    for (int i = 0; i < 256; i++) {
      grays[i] = (byte) i;
    }
    return grays;
  }

  /** 18 levels of each colour, 0 to 255. */
  private static byte[] cube() {
    byte[] cube = new byte[18 * 18 * 18 * 3];
    for (int i = 0; i < cube.length / 3; i++) {
      cube[i * 3] = (byte) (i % 18 * 15);
      cube[i * 3 + 1] = (byte) (i / 18 % 18 * 15);
      cube[i * 3 + 2] = (byte) (i / 324 * 15);
    }
    return cube;
  }
}
