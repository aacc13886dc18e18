package org.palimpsest.samples;

/** The brick front of a house with shuttered windows, seen straight on. */
record House(Texture texture, double[] brick, double[] shutters, int columns) implements Scene {
  private static final double COURSE = 0.022;

  @Override
  public int look(double u, double v, double[] light) {
    double width = 1.34 / columns;
    int column = (int) Math.floor(u / width);
    int row = (int) Math.floor(v / 0.5);
    double x = u / width - column - 0.5;
    double y = v / 0.5 - row - 0.5;
    if (Math.abs(x) < 0.42 && Math.abs(y) < 0.34) {
      window(u, v, x, y, light);
      return 1 + row * columns + column;
    }
    wall(u, v, light);
    boolean sill = Math.abs(x) < 0.45 && y > 0.34 && y < 0.39;
    if (sill) {
      double stone = 0.34 + 0.3 * texture.fractal(u * 60, v * 60, 5);
      Colour.set(light, stone, stone * 0.97, stone * 0.9);
    } else if (Math.abs(x) < 0.45 && y > 0.39 && y < 0.46) {
      Colour.scale(light, 0.55 + 6 * (y - 0.39));
    }
    return 0;
  }

  private void wall(double u, double v, double[] light) {
    double course = v / COURSE;
    long row = (long) Math.floor(course);
    double along = u / (COURSE * 2.9) + (row & 1) * 0.5;
    long stone = (long) Math.floor(along);
    double edge =
        Math.min(
            Math.min(course - row, row + 1 - course) * 1.0,
            Math.min(along - stone, stone + 1 - along) * 2.9);
    double rough = texture.fractal(u * 90, v * 90, 6);
    double joint = Texture.step(0.05, 0.13, edge + 0.12 * (rough - 0.5));
    double tone = 0.62 + 0.6 * texture.cell(row, stone, 1);
    double pits = 0.5 + rough * 0.95;
    double weather = 0.65 + 0.6 * texture.fractal(u * 1.6, v * 1.2, 5);
    double mortar = (0.34 + 0.26 * rough) * weather;
    Colour.set(light, mortar, mortar * 0.96, mortar * 0.88);
    double[] own = {
      brick[0] * tone * pits * weather,
      brick[1] * tone * pits * weather,
      brick[2] * tone * pits * weather
    };
    Colour.blend(light, own, joint);
  }

  private void window(double u, double v, double x, double y, double[] light) {
    double paint = 0.6 + 0.6 * texture.fractal(u * 8, v * 160, 5);
    if (Math.abs(x) > 0.22) {
      double slat = (y * 22) - Math.floor(y * 22);
      double shade = (0.35 + 0.75 * slat) * paint;
      boolean frame = Math.abs(x) > 0.395 || Math.abs(x) < 0.245 || Math.abs(y) > 0.31;
      Colour.set(light, shutters, frame ? 0.85 * paint : shade);
      return;
    }
    boolean bar =
        Math.abs(x) < 0.012
            || Math.abs(Math.abs(y) - 0.1) < 0.012
            || Math.abs(x) > 0.2
            || Math.abs(y) > 0.315;
    if (bar) {
      double white = 0.55 + 0.35 * paint;
      Colour.set(light, white, white, white * 0.94);
      return;
    }
    double curtain = 0.5 + 0.5 * StrictMath.sin(u * 190 + 2 * texture.fractal(u * 5, v * 2, 3));
    double weave = texture.fractal(u * 200, v * 200, 4);
    double reflection = texture.fractal(u * 2.5 + 7, v * 3.5, 6);
    Colour.set(
        light,
        0.07 + 0.14 * curtain * weave,
        0.08 + 0.14 * curtain * weave,
        0.09 + 0.13 * curtain * weave);
    Colour.blend(light, Colour.of(0.5, 0.6, 0.75), 0.5 * Texture.step(0.42, 0.66, reflection));
  }
}
