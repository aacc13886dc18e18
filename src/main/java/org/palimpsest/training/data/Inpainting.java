package org.palimpsest.training.data;

import org.palimpsest.imaging.RgbImage;

/**
 * Smooth continuation of a picture into a hole: the solution of a diffusion equation with the
 * surroundings as boundary values, found from coarse to fine.
 */
final class Inpainting {
  /** The equation whose solution fills the hole. */
  enum Equation {
    /** Laplace's equation: as flat as a soap film; kinks at the rim. */
    HARMONIC,
    /** The bending plate: slopes are continued into the hole, too. */
    BIHARMONIC
  }

  private final Equation equation;
  private final int sweeps;

  Inpainting(Equation equation, int sweeps) {
    this.equation = equation;
    this.sweeps = sweeps;
  }

  /** A copy with the marked pixels replaced. */
  RgbImage fill(RgbImage image, boolean[] hole) {
    float[] values = new float[image.rgb().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.rgb()[i] & 0xff;
    }
    solve(values, hole, image.width(), image.height());
    RgbImage filled = new RgbImage(image.width(), image.height(), image.rgb().clone());
    for (int i = 0; i < hole.length; i++) {
      for (int c = 0; hole[i] && c < 3; c++) {
        filled.rgb()[i * 3 + c] = (byte) Math.clamp(Math.round(values[i * 3 + c]), 0, 255);
      }
    }
    return filled;
  }

  private void solve(float[] values, boolean[] hole, int width, int height) {
    if (width <= 2 && height <= 2) {
      flatten(values, hole);
      return;
    }
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    float[] coarse = new float[halfWidth * halfHeight * 3];
    boolean[] coarseHole = new boolean[halfWidth * halfHeight];
    boolean open = false;
    for (int y = 0; y < halfHeight; y++) {
      for (int x = 0; x < halfWidth; x++) {
        int to = y * halfWidth + x;
        coarseHole[to] = !averageKnown(values, hole, width, height, x, y, coarse, to * 3);
        open |= coarseHole[to];
      }
    }
    if (open) {
      solve(coarse, coarseHole, halfWidth, halfHeight);
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int to = y * width + x;
        int from = ((y / 2) * halfWidth + x / 2) * 3;
        if (hole[to]) {
          System.arraycopy(coarse, from, values, to * 3, 3);
        }
      }
    }
    Relaxation relaxation = new Relaxation(values, hole, width, height);
    relaxation.harmonic(sweeps);
    if (equation == Equation.BIHARMONIC) {
      relaxation.biharmonic(sweeps);
    }
  }

  private static boolean averageKnown(
      float[] values, boolean[] hole, int width, int height, int x, int y, float[] to, int at) {
    int count = 0;
    for (int j = 2 * y; j < Math.min(2 * y + 2, height); j++) {
      for (int i = 2 * x; i < Math.min(2 * x + 2, width); i++) {
        int from = j * width + i;
        if (!hole[from]) {
          count++;
          for (int c = 0; c < 3; c++) {
            to[at + c] += values[from * 3 + c];
          }
        }
      }
    }
    for (int c = 0; count > 0 && c < 3; c++) {
      to[at + c] /= count;
    }
    return count > 0;
  }

  private static void flatten(float[] values, boolean[] hole) {
    float[] sum = new float[3];
    int known = 0;
    for (int i = 0; i < hole.length; i++) {
      for (int c = 0; !hole[i] && c < 3; c++) {
        sum[c] += values[i * 3 + c];
      }
      known += hole[i] ? 0 : 1;
    }
    for (int i = 0; i < hole.length; i++) {
      for (int c = 0; hole[i] && c < 3; c++) {
        values[i * 3 + c] = known == 0 ? 128 : sum[c] / known;
      }
    }
  }
}
