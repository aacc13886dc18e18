package org.palimpsest.imaging;

/** The weight a source pixel has at a distance (in source pixels) from where it is wanted. */
public enum ResamplingKernel {
  /** Keys' cubic with a = -0.75, two pixels each side (IEEE TASSP 29(6), 1981). */
  CUBIC(2) {
    @Override
    double at(double x) {
      double d = Math.abs(x);
      if (d >= 2) {
        return 0;
      }
      return d < 1 ? (1.25 * d - 2.25) * d * d + 1 : ((-0.75 * d + 3.75) * d - 6) * d + 3;
    }
  },
  /** Triangle, one pixel each side. */
  LINEAR(1) {
    @Override
    double at(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /** Lanczos window of a sinc, three pixels each side. */
  LANCZOS(3) {
    @Override
    double at(double x) {
      if (x == 0) {
        return 1;
      }
      double p = Math.PI * x;
      return Math.abs(x) >= 3 ? 0 : 3 * Math.sin(p) * Math.sin(p / 3) / (p * p);
    }
  };

  private final int reach;

  ResamplingKernel(int reach) {
    this.reach = reach;
  }

  int reach() {
    return reach;
  }

  abstract double at(double distance);
}
