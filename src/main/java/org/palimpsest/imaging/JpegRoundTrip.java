package org.palimpsest.imaging;

/**
 * What saving as JPEG and loading again does to pixels, without the entropy coding in between: JFIF
 * colour transform, chroma subsampling, block transform and quantization (ITU-T T.81), and back.
 */
final class JpegRoundTrip {
  private final QuantizationTables tables;
  private final Subsampling subsampling;

  JpegRoundTrip(QuantizationTables tables, Subsampling subsampling) {
    this.tables = tables;
    this.subsampling = subsampling;
  }

  RgbImage apply(RgbImage image) {
    int width = image.width();
    int height = image.height();
    SamplePlane luma = SamplePlane.of(width, height);
    SamplePlane blue = SamplePlane.of(width, height);
    SamplePlane red = SamplePlane.of(width, height);
    split(image, luma, blue, red);
    luma.quantize(tables.luma());
    return join(luma, chroma(blue), chroma(red));
  }

  private SamplePlane chroma(SamplePlane full) {
    SamplePlane stored = ChromaSampling.shrink(full, subsampling);
    stored.quantize(tables.chroma());
    return ChromaSampling.enlarge(stored, full.width(), full.height(), subsampling);
  }

  // Rec. 601 weights in 16-bit fixed point; the chroma offset is a hair under 128.5 as usual.
  private static void split(RgbImage image, SamplePlane luma, SamplePlane blue, SamplePlane red) {
    byte[] rgb = image.rgb();
    for (int y = 0, i = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++, i += 3) {
        int r = rgb[i] & 0xff;
        int g = rgb[i + 1] & 0xff;
        int b = rgb[i + 2] & 0xff;
        int to = y * luma.stride() + x;
        luma.samples()[to] = (byte) ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16);
        blue.samples()[to] = (byte) ((-11059 * r - 21709 * g + 32768 * b + 8421375) >> 16);
        red.samples()[to] = (byte) ((32768 * r - 27439 * g - 5329 * b + 8421375) >> 16);
      }
    }
    luma.pad();
    blue.pad();
    red.pad();
  }

  private static RgbImage join(SamplePlane luma, SamplePlane blue, SamplePlane red) {
    RgbImage image = RgbImage.black(luma.width(), luma.height());
    byte[] rgb = image.rgb();
    for (int y = 0, i = 0; y < image.height(); y++) {
      int from = y * luma.stride();
      for (int x = 0; x < image.width(); x++, i += 3) {
        int value = luma.samples()[from + x] & 0xff;
        int cb = (blue.samples()[from + x] & 0xff) - 128;
        int cr = (red.samples()[from + x] & 0xff) - 128;
        rgb[i] = clamp(value + ((91881 * cr + 32768) >> 16));
        rgb[i + 1] = clamp(value + ((-22554 * cb - 46802 * cr + 32768) >> 16));
        rgb[i + 2] = clamp(value + ((116130 * cb + 32768) >> 16));
      }
    }
    return image;
  }

  private static byte clamp(int value) {
    return (byte) (value < 0 ? 0 : Math.min(value, 255));
  }
}
