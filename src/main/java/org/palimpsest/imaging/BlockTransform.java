package org.palimpsest.imaging;

/**
 * The 8x8 discrete cosine transform in integers after Loeffler, Ligtenberg and Moschytz (ICASSP
 * 1989): eleven multiplications a row, 13-bit constants, two guard bits between the passes. These
 * are the word lengths of common JPEG codecs, so that rounding falls where theirs does.
 */
final class BlockTransform {
  private static final int FRACTION = 13;
  private static final int GUARD = 2;

  // Sums and differences of sqrt(2)*cos(k*pi/16), as 13-bit fixed point.
  private static final int A = fixed(0.541196100);
  private static final int B = fixed(0.765366865);
  private static final int C = fixed(1.847759065);
  private static final int D = fixed(1.175875602);
  private static final int E = fixed(0.298631336);
  private static final int F = fixed(2.053119869);
  private static final int G = fixed(3.072711026);
  private static final int H = fixed(1.501321110);
  private static final int I = fixed(0.899976223);
  private static final int J = fixed(2.562915447);
  private static final int K = fixed(1.961570560);
  private static final int L = fixed(0.390180644);

  private BlockTransform() {}

  private static int fixed(double value) {
    return (int) Math.round(value * (1 << FRACTION));
  }

  /** Replaces 64 samples -128..127 by their coefficients, multiplied by 8. */
  static void forward(int[] block) {
    for (int row = 0; row < 64; row += 8) {
      forward(block, row, 1, true);
    }
    for (int column = 0; column < 8; column++) {
      forward(block, column, 8, false);
    }
  }

  /** Replaces 64 coefficients by their samples, not clamped. */
  static void inverse(int[] block) {
    for (int column = 0; column < 8; column++) {
      inverse(block, column, 8, FRACTION - GUARD);
    }
    for (int row = 0; row < 64; row += 8) {
      inverse(block, row, 1, FRACTION + GUARD + 3);
    }
  }

  private static void forward(int[] v, int at, int step, boolean first) {
    int i1 = at + step;
    int i2 = i1 + step;
    int i3 = i2 + step;
    int i4 = i3 + step;
    int i5 = i4 + step;
    int i6 = i5 + step;
    int i7 = i6 + step;
    int s0 = v[at] + v[i7];
    int d0 = v[at] - v[i7];
    int s1 = v[i1] + v[i6];
    int d1 = v[i1] - v[i6];
    int s2 = v[i2] + v[i5];
    int d2 = v[i2] - v[i5];
    int s3 = v[i3] + v[i4];
    int d3 = v[i3] - v[i4];

    int sum = s0 + s3;
    int inner = s1 + s2;
    int outerDifference = s0 - s3;
    int innerDifference = s1 - s2;
    int shift = first ? FRACTION - GUARD : FRACTION + GUARD;
    int half = 1 << (shift - 1);
    if (first) {
      v[at] = (sum + inner) << GUARD;
      v[i4] = (sum - inner) << GUARD;
    } else {
      v[at] = (sum + inner + 2) >> GUARD;
      v[i4] = (sum - inner + 2) >> GUARD;
    }
    int turned = (innerDifference + outerDifference) * A + half;
    v[i2] = (turned + outerDifference * B) >> shift;
    v[i6] = (turned - innerDifference * C) >> shift;

    int common = (d3 + d1 + d2 + d0) * D + half;
    int p = -(d3 + d0) * I;
    int q = -(d2 + d1) * J;
    int r = common - (d3 + d1) * K;
    int t = common - (d2 + d0) * L;
    v[i7] = (d3 * E + p + r) >> shift;
    v[i5] = (d2 * F + q + t) >> shift;
    v[i3] = (d1 * G + q + r) >> shift;
    v[i1] = (d0 * H + p + t) >> shift;
  }

  private static void inverse(int[] v, int at, int step, int shift) {
    int i1 = at + step;
    int i2 = i1 + step;
    int i3 = i2 + step;
    int i4 = i3 + step;
    int i5 = i4 + step;
    int i6 = i5 + step;
    int i7 = i6 + step;
    int half = 1 << (shift - 1);
    int turned = (v[i2] + v[i6]) * A;
    int low = turned - v[i6] * C;
    int high = turned + v[i2] * B;
    int sum = ((v[at] + v[i4]) << FRACTION) + half;
    int difference = ((v[at] - v[i4]) << FRACTION) + half;
    int e0 = sum + high;
    int e3 = sum - high;
    int e1 = difference + low;
    int e2 = difference - low;

    int c7 = v[i7];
    int c5 = v[i5];
    int c3 = v[i3];
    int c1 = v[i1];
    int common = (c7 + c3 + c5 + c1) * D;
    int p = -(c7 + c1) * I;
    int q = -(c5 + c3) * J;
    int r = common - (c7 + c3) * K;
    int t = common - (c5 + c1) * L;
    int o0 = c1 * H + p + t;
    int o1 = c3 * G + q + r;
    int o2 = c5 * F + q + t;
    int o3 = c7 * E + p + r;
    v[at] = (e0 + o0) >> shift;
    v[i7] = (e0 - o0) >> shift;
    v[i1] = (e1 + o1) >> shift;
    v[i6] = (e1 - o1) >> shift;
    v[i2] = (e2 + o2) >> shift;
    v[i5] = (e2 - o2) >> shift;
    v[i3] = (e3 + o3) >> shift;
    v[i4] = (e3 - o3) >> shift;
  }
}
