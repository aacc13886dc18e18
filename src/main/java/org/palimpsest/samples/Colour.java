package org.palimpsest.samples;

/** Arithmetic on linear red, green, blue triples. */
final class Colour {
  private Colour() {}

  static void set(double[] light, double red, double green, double blue) {
    light[0] = red;
    light[1] = green;
    light[2] = blue;
  }

  static void set(double[] light, double[] colour, double gain) {
    set(light, colour[0] * gain, colour[1] * gain, colour[2] * gain);
  }

  static void blend(double[] light, double[] colour, double share) {
    for (int c = 0; c < 3; c++) {
      light[c] += (colour[c] - light[c]) * share;
    }
  }

  static void add(double[] light, double[] colour, double gain) {
    for (int c = 0; c < 3; c++) {
      light[c] += colour[c] * gain;
    }
  }

  static void scale(double[] light, double gain) {
    set(light, light, gain);
  }

  static double[] of(double red, double green, double blue) {
    return new double[] {red, green, blue};
  }
}
