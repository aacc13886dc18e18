package org.palimpsest.samples;

/**
 * Seeded hash noise on which the scenes' structure rests (after Perlin, An Image Synthesizer,
 * 1985).
 */
record Texture(long seed) {
  /** Uniform 0..1 for a whole point. */
  double cell(long x, long y, long z) {
    long h = seed + x * 0x9e3779b97f4a7c15L + y * 0xc2b2ae3d27d4eb4fL + z * 0x165667b19e3779f9L;
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return ((h ^ (h >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /** Smooth noise, 0..1, one period per unit. */
  double at(double x, double y, double z) {
    long ix = (long) Math.floor(x);
    long iy = (long) Math.floor(y);
    long iz = (long) Math.floor(z);
    double fx = smooth(x - ix);
    double fy = smooth(y - iy);
    double fz = z - iz;
    double near = plane(ix, iy, iz, fx, fy);
    return fz == 0 ? near : mix(near, plane(ix, iy, iz + 1, fx, fy), smooth(fz));
  }

  /** Octaves of noise, each twice as fine and half as strong, 0..1 about 0.5. */
  double fractal(double x, double y, double z, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += weight * at(x * scale + 17.3 * i, y * scale + 9.1 * i, z == 0 ? i : z * scale);
      total += weight;
      weight *= 0.5;
      scale *= 2.03;
    }
    return sum / total;
  }

  double fractal(double x, double y, int octaves) {
    return fractal(x, y, 0, octaves);
  }

  private double plane(long ix, long iy, long iz, double fx, double fy) {
    double top = mix(cell(ix, iy, iz), cell(ix + 1, iy, iz), fx);
    return mix(top, mix(cell(ix, iy + 1, iz), cell(ix + 1, iy + 1, iz), fx), fy);
  }

  static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /** 0 below the first edge, 1 above the second, smooth between. */
  static double step(double from, double to, double x) {
    return smooth(Math.clamp((x - from) / (to - from), 0, 1));
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
