package org.palimpsest.imaging;

/** Resampling of images, masks and maps to a given size; pixel centres lie at half integers. */
public final class Resize {
  private Resize() {}

  /** OpenCV's 8-bit bilinear resize, bit for bit; aliases when shrinking, as the model expects. */
  public static RgbImage bilinear(RgbImage image, int width, int height) {
    return Cv2Bilinear.resize(image, width, height);
  }

  /** Each destination pixel is the mean of the source area it covers (box filter). */
  public static RgbImage area(RgbImage image, int width, int height) {
    return separable(
        image,
        ResamplingTaps.covering(image.width(), width),
        ResamplingTaps.covering(image.height(), height));
  }

  /** Keys' cubic convolution; the kernel is widened when shrinking. */
  public static RgbImage cubic(RgbImage image, int width, int height) {
    return filtered(image, width, height, ResamplingKernel.CUBIC);
  }

  /** A kernel of choice; it is widened when shrinking. */
  public static RgbImage filtered(RgbImage image, int width, int height, ResamplingKernel kernel) {
    return separable(
        image,
        ResamplingTaps.of(kernel, image.width(), width),
        ResamplingTaps.of(kernel, image.height(), height));
  }

  /** The pixel at floor(d * source / destination), OpenCV's choice of the nearest one. */
  public static Mask nearest(Mask mask, int width, int height) {
    Mask resized = Mask.empty(width, height);
    int[] columns = new int[width];
    for (int x = 0; x < width; x++) {
      columns[x] = nearest(x, mask.width(), width);
    }
    for (int y = 0; y < height; y++) {
      int from = nearest(y, mask.height(), height) * mask.width();
      for (int x = 0; x < width; x++) {
        resized.values()[y * width + x] = mask.values()[from + columns[x]];
      }
    }
    return resized;
  }

  /** Bilinear between the four neighbours, clamped at the border, without antialiasing. */
  public static FloatMap bilinear(FloatMap map, int width, int height) {
    float[] values = new float[Math.multiplyExact(width, height)];
    for (int y = 0; y < height; y++) {
      double v = Math.clamp((y + 0.5) * map.height() / height - 0.5, 0, map.height() - 1);
      int top = (int) v;
      int bottom = Math.min(top + 1, map.height() - 1);
      float fy = (float) (v - top);
      for (int x = 0; x < width; x++) {
        double u = Math.clamp((x + 0.5) * map.width() / width - 0.5, 0, map.width() - 1);
        int left = (int) u;
        int right = Math.min(left + 1, map.width() - 1);
        float fx = (float) (u - left);
        float upper = map.at(left, top) * (1 - fx) + map.at(right, top) * fx;
        float lower = map.at(left, bottom) * (1 - fx) + map.at(right, bottom) * fx;
        values[y * width + x] = upper * (1 - fy) + lower * fy;
      }
    }
    return new FloatMap(width, height, values);
  }

  private static int nearest(int destination, int source, int length) {
    double scale = 1 / ((double) length / source);
    return Math.min((int) Math.floor(destination * scale), source - 1);
  }

  private static RgbImage separable(RgbImage image, ResamplingTaps across, ResamplingTaps down) {
    int width = across.index().length / across.taps();
    int height = down.index().length / down.taps();
    float[] rows = across.acrossRows(image.rgb(), image.width(), image.height(), 3);
    return new RgbImage(width, height, down.downColumns(rows, width * 3));
  }
}
