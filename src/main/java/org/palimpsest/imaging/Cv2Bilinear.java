package org.palimpsest.imaging;

/**
 * 8-bit bilinear resampling in OpenCV's fixed-point arithmetic (11-bit weights), bit for bit: half
 * pixel centres, no antialiasing when shrinking. Training and published scores rest on it.
 */
final class Cv2Bilinear {
  private Cv2Bilinear() {}

  static RgbImage resize(RgbImage image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    int[] left = new int[width];
    int[] right = new int[width];
    int[] leftWeight = new int[width];
    int[] rightWeight = new int[width];
    double scaleX = 1 / ((double) width / image.width());
    for (int x = 0; x < width; x++) {
      float position = (float) ((x + 0.5) * scaleX - 0.5);
      int source = (int) Math.floor(position);
      float fraction = position - source;
      // Columns drop the fraction at the border, rows (below) only clamp the index.
      if (source < 0) {
        source = 0;
        fraction = 0;
      }
      if (source >= image.width() - 1) {
        source = image.width() - 1;
        fraction = 0;
      }
      left[x] = source * 3;
      right[x] = Math.min(source + 1, image.width() - 1) * 3;
      leftWeight[x] = weight(1 - fraction);
      rightWeight[x] = weight(fraction);
    }
    RgbImage resized = RgbImage.black(width, height);
    double scaleY = 1 / ((double) height / image.height());
    int[] upper = new int[width * 3];
    int[] lower = new int[width * 3];
    int upperRow = -1;
    int lowerRow = -1;
    for (int y = 0; y < height; y++) {
      float position = (float) ((y + 0.5) * scaleY - 0.5);
      int source = (int) Math.floor(position);
      float fraction = position - source;
      int above = Math.clamp(source, 0, image.height() - 1);
      int below = Math.clamp(source + 1, 0, image.height() - 1);
      if (above == lowerRow) {
        int[] swap = upper;
        upper = lower;
        lower = swap;
        upperRow = above;
        lowerRow = -1;
      }
      if (above != upperRow) {
        row(image, above, left, right, leftWeight, rightWeight, upper);
        upperRow = above;
      }
      if (below != lowerRow) {
        row(image, below, left, right, leftWeight, rightWeight, lower);
        lowerRow = below;
      }
      int b0 = weight(1 - fraction);
      int b1 = weight(fraction);
      int to = y * width * 3;
      for (int i = 0; i < upper.length; i++) {
        int value = ((b0 * (upper[i] >> 4)) >> 16) + ((b1 * (lower[i] >> 4)) >> 16);
        resized.rgb()[to + i] = (byte) ((value + 2) >> 2);
      }
    }
    return resized;
  }

  private static int weight(float fraction) {
    return (int) Math.rint(fraction * 2048f);
  }

  private static void row(
      RgbImage image, int y, int[] left, int[] right, int[] a0, int[] a1, int[] sums) {
    byte[] rgb = image.rgb();
    int from = y * image.width() * 3;
    for (int x = 0, i = 0; x < left.length; x++) {
      int l = from + left[x];
      int r = from + right[x];
      for (int c = 0; c < 3; c++) {
        sums[i++] = a0[x] * (rgb[l + c] & 0xff) + a1[x] * (rgb[r + c] & 0xff);
      }
    }
  }
}
