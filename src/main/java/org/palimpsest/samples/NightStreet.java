package org.palimpsest.samples;

/** House fronts with lit windows over a wet street, at night. */
record NightStreet(Texture texture) implements Scene {
  private static final double STREET = 0.66;

  @Override
  public int look(double u, double v, double[] light) {
    if (v <= STREET) {
      return fronts(u, v, light);
    }
    double depth = v - STREET;
    double wave = texture.fractal(u * 18 / (0.3 + depth), v * 60, 5) - 0.5;
    fronts(u + 0.03 * wave, STREET - depth * 0.9 + 0.10 * wave, light);
    double grain = texture.fractal(u * 95 / (0.4 + 2 * depth), v * 130, 6);
    double wet = Texture.step(0.40, 0.62, texture.fractal(u * 3, v * 7, 4));
    Colour.scale(light, 0.15 + 0.45 * wet);
    double stone = 0.012 + 0.09 * grain;
    Colour.add(light, Colour.of(1, 0.85, 0.6), stone * (1.1 - 0.6 * wet));
    return 0;
  }

  private int fronts(double u, double v, double[] light) {
    int house = (int) Math.floor(u / 0.335);
    double top = 0.10 + 0.22 * texture.cell(house, 1, 2);
    if (v < top) {
      double cloud = texture.fractal(u * 2.2, v * 3.1, 7);
      Colour.set(light, 0.02 + 0.07 * cloud, 0.025 + 0.07 * cloud, 0.05 + 0.10 * cloud);
      return 0;
    }
    double plaster = 0.4 + 0.9 * texture.fractal(u * 60, v * 60, 7);
    double glow = 0.05 + 0.16 * Texture.step(0.05, STREET, v);
    double hue = texture.cell(house, 7, 7);
    Colour.set(
        light,
        glow * plaster * (1.1 - 0.3 * hue),
        glow * plaster * (0.75 + 0.1 * hue),
        glow * plaster * (0.45 + 0.4 * hue));
    double width = 0.335 / 4;
    int column = (int) Math.floor(u / width);
    int row = (int) Math.floor((v - top) / 0.13);
    double x = u / width - column - 0.5;
    double y = (v - top) / 0.13 - row - 0.5;
    if (Math.abs(x) > 0.28 || Math.abs(y) > 0.32 || top + row * 0.13 + 0.13 > STREET) {
      return 0;
    }
    boolean lit = texture.cell(column, row, 11) > 0.55;
    double frame = Math.min(0.28 - Math.abs(x), Math.min(Math.abs(x) + 0.012, 0.32 - Math.abs(y)));
    if (frame < 0.03) {
      Colour.scale(light, 1.5);
    } else if (lit) {
      double cloth = texture.fractal(u * 130, v * 90, 5);
      double warm = 0.5 + 0.9 * cloth * (0.7 + 0.6 * texture.cell(column, row, 12));
      Colour.set(light, 1.0 * warm, 0.72 * warm, 0.34 * warm);
    } else {
      double glass = texture.fractal(u * 14, v * 19, 6);
      Colour.set(light, 0.01 + 0.05 * glass, 0.015 + 0.06 * glass, 0.03 + 0.08 * glass);
    }
    return 1 + Math.min(100, row * 16 + column);
  }
}
