package org.palimpsest.samples;

/**
 * The colour filters of a sensor, red in the corner, and the interpolation of what they withhold.
 */
enum Bayer {
  /** Means of the neighbours of a colour. */
  BILINEAR(0),
  /** Corrected by the gradient of the known colour (Malvar, He and Cutler, ICASSP 2004). */
  GRADIENT_CORRECTED(1);

  private final float correction;

  Bayer(float correction) {
    this.correction = correction;
  }

  /** Channel measured at a pixel. */
  static int channel(int x, int y) {
    return (x & 1) + (y & 1);
  }

  /** Three channels per pixel from one. */
  float[] demosaic(float[] raw, int width, int height) {
    float[] rgb = new float[raw.length * 3];
    for (int y = 0; y < height; y++) {
      int t = mirrored(y - 1, height) * width;
      int b = mirrored(y + 1, height) * width;
      int tt = mirrored(y - 2, height) * width;
      int bb = mirrored(y + 2, height) * width;
      for (int x = 0; x < width; x++) {
        int l = mirrored(x - 1, width);
        int r = mirrored(x + 1, width);
        float own = raw[y * width + x];
        float across = raw[y * width + l] + raw[y * width + r];
        float down = raw[t + x] + raw[b + x];
        float corners = raw[t + l] + raw[t + r] + raw[b + l] + raw[b + r];
        float farAcross =
            raw[y * width + mirrored(x - 2, width)] + raw[y * width + mirrored(x + 2, width)];
        float farDown = raw[tt + x] + raw[bb + x];
        int at = (y * width + x) * 3;
        int channel = channel(x, y);
        rgb[at + channel] = own;
        if (channel == 1) {
          int inRow = (y & 1) * 2;
          rgb[at + inRow] =
              across / 2 + correction * (5 * own - corners - farAcross + farDown / 2) / 8;
          rgb[at + 2 - inRow] =
              down / 2 + correction * (5 * own - corners - farDown + farAcross / 2) / 8;
        } else {
          float far = farAcross + farDown;
          rgb[at + 1] = (across + down) / 4 + correction * (4 * own - far) / 8;
          rgb[at + 2 - channel] = corners / 4 + correction * (6 * own - 1.5f * far) / 8;
        }
      }
    }
    return rgb;
  }

  // Without repeating the edge pixel, so that the colours stay in step.
  private static int mirrored(int i, int length) {
    return i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
  }
}
