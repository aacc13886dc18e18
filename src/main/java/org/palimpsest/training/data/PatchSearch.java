package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * For every pixel of a hole the place outside of it whose neighbourhood looks most alike, found by
 * propagation and random search (Barnes et al., PatchMatch, 2009); the pixel there is copied.
 */
final class PatchSearch {
  private static final int REACH = 2;

  private final RgbImage image;
  private final boolean[] hole;
  private final int[] sources;
  private final boolean[] allowed;
  private final Dice dice;

  /**
   * A search in a picture that is changed in place.
   *
   * @param hole at least one whole 5x5 patch must lie outside, see {@link #possible}
   */
  PatchSearch(RgbImage image, boolean[] hole, Dice dice) {
    this.image = image;
    this.hole = hole;
    this.dice = dice;
    this.allowed = wholePatches(hole, image.width(), image.height());
    this.sources = new int[hole.length];
  }

  static boolean possible(boolean[] hole, int width, int height) {
    for (boolean whole : wholePatches(hole, width, height)) {
      if (whole) {
        return true;
      }
    }
    return false;
  }

  /** Starts anywhere. */
  void startAtRandom() {
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        sources[i] = anywhere();
      }
    }
  }

  /** Starts from the result at half the size. */
  void startFrom(PatchSearch half) {
    int width = image.width();
    int halfWidth = half.image.width();
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        int x = i % width;
        int y = i / width;
        int coarse =
            Math.min(y / 2, half.image.height() - 1) * halfWidth + Math.min(x / 2, halfWidth - 1);
        int from = half.hole[coarse] ? half.sources[coarse] : coarse;
        int sx = Math.min(2 * (from % halfWidth) + (x & 1), width - 1);
        int sy = Math.min(2 * (from / halfWidth) + (y & 1), image.height() - 1);
        sources[i] = allowed[sy * width + sx] ? sy * width + sx : anywhere();
        copy(sources[i], i);
      }
    }
  }

  /** Improves all sources, in turns forwards and backwards. */
  void improve(int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      int step = sweep % 2 == 0 ? 1 : -1;
      for (int n = 0; n < hole.length; n++) {
        int i = step > 0 ? n : hole.length - 1 - n;
        if (hole[i]) {
          improvePixel(i, step);
        }
      }
    }
  }

  private void improvePixel(int i, int step) {
    int width = image.width();
    int best = sources[i];
    int cost = difference(i, best, Integer.MAX_VALUE);
    for (int neighbour : new int[] {i - step, i - step * width}) {
      if (neighbour >= 0 && neighbour < hole.length && hole[neighbour]) {
        int candidate = sources[neighbour] + (i - neighbour);
        if (candidate >= 0 && candidate < hole.length && allowed[candidate]) {
          int other = difference(i, candidate, cost);
          if (other < cost) {
            cost = other;
            best = candidate;
          }
        }
      }
    }
    for (int radius = Math.max(width, image.height()) / 2; radius > 0; radius /= 3) {
      int x = best % width + dice.whole(-radius, radius);
      int y = best / width + dice.whole(-radius, radius);
      if (x >= 0 && x < width && y >= 0 && y < image.height() && allowed[y * width + x]) {
        int other = difference(i, y * width + x, cost);
        if (other < cost) {
          cost = other;
          best = y * width + x;
        }
      }
    }
    sources[i] = best;
    copy(best, i);
  }

  private int difference(int target, int source, int limit) {
    int width = image.width();
    int x = target % width;
    int y = target / width;
    byte[] rgb = image.rgb();
    int sum = 0;
    for (int dy = -REACH; dy <= REACH; dy++) {
      int ty = Math.clamp(y + dy, 0, image.height() - 1);
      for (int dx = -REACH; dx <= REACH; dx++) {
        int a = (ty * width + Math.clamp(x + dx, 0, width - 1)) * 3;
        int b = (source + dy * width + dx) * 3;
        for (int c = 0; c < 3; c++) {
          int d = (rgb[a + c] & 0xff) - (rgb[b + c] & 0xff);
          sum += d * d;
        }
      }
      if (sum >= limit) {
        return sum;
      }
    }
    return sum;
  }

  private void copy(int source, int target) {
    System.arraycopy(image.rgb(), source * 3, image.rgb(), target * 3, 3);
  }

  private int anywhere() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int i = dice.whole(0, hole.length - 1);
      if (allowed[i]) {
        return i;
      }
    }
    for (int i = 0; i < hole.length; i++) {
      if (allowed[i]) {
        return i;
      }
    }
    throw new IllegalStateException("The hole leaves no patch to copy from.");
  }

  private static boolean[] wholePatches(boolean[] hole, int width, int height) {
    boolean[] whole = new boolean[hole.length];
    for (int y = REACH; y < height - REACH; y++) {
      for (int x = REACH; x < width - REACH; x++) {
        boolean free = true;
        for (int dy = -REACH; free && dy <= REACH; dy++) {
          for (int dx = -REACH; free && dx <= REACH; dx++) {
            free = !hole[(y + dy) * width + x + dx];
          }
        }
        whole[y * width + x] = free;
      }
    }
    return whole;
  }
}
