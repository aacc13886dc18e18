package org.palimpsest.samples;

/** Ridges behind a lake under a clouded sky, boulders on the near shore. */
record Mountains(Texture texture, int ridges, double warmth) implements Scene {
  private static final double SHORE = 0.60;
  private static final double NEAR = 0.80;

  @Override
  public int look(double u, double v, double[] light) {
    if (v > NEAR + 0.05 * (texture.fractal(u * 3, 1.7, 5) - 0.5)) {
      return meadow(u, v, light);
    }
    if (v > SHORE) {
      double ripple = texture.fractal(u * 22, (v - SHORE) * 260 / (0.3 + v), 4) - 0.5;
      land(u + ripple * 0.02, SHORE - (v - SHORE) * 0.9 + ripple * 0.03, light);
      double calm = 0.62 + 0.5 * ripple + 0.12 * texture.fractal(u * 2, v * 30, 3);
      Colour.set(light, light[0] * calm * 0.86, light[1] * calm * 0.95, light[2] * calm);
      return 0;
    }
    land(u, v, light);
    return 0;
  }

  private void land(double u, double v, double[] light) {
    sky(u, v, light);
    for (int ridge = 0; ridge < ridges; ridge++) {
      double depth = (ridge + 1.0) / ridges;
      double line =
          0.30
              + 0.24 * depth
              - (0.30 - 0.14 * depth) * (texture.fractal(u * (1.4 + depth), ridge * 5.1, 7) - 0.3);
      if (v > line) {
        double down = v - line;
        double rock = texture.fractal(u * 26, v * 34 + ridge * 3, 7);
        double slope = texture.fractal(u * 7 + 1.5 * rock, v * 5 + ridge, 5);
        double side = Texture.step(0.42, 0.58, slope);
        double snow = Texture.step(0.50, 0.60, rock) * (1 - depth) * Texture.step(0.16, 0.02, down);
        double shade = (0.16 + 0.34 * side) * (0.55 + 0.9 * rock);
        double[] own = {
          shade * (0.9 - 0.35 * depth), shade * (0.88 - 0.05 * depth), shade * (0.95 - 0.55 * depth)
        };
        Colour.blend(own, Colour.of(0.9, 0.93, 1), 0.85 * snow);
        Colour.blend(own, Colour.of(0.55, 0.62, 0.74), 0.62 * (1 - depth));
        Colour.set(light, own, 1);
      }
    }
  }

  private void sky(double u, double v, double[] light) {
    double height = Math.max(0.05, 0.62 - v);
    double cloud = texture.fractal(u * 1.1 / height + 3, 0.9 / height, 7);
    double cover = Texture.step(0.47, 0.66, cloud);
    double belly = texture.fractal(u * 1.4 / height + 3.3, 1.1 / height + 0.4, 6);
    Colour.set(light, 0.30 + 0.45 * v, 0.46 + 0.38 * v, 0.82 - 0.1 * v);
    double white = 0.72 + 0.5 * (belly - 0.35);
    Colour.blend(light, Colour.of(white * (1 + warmth), white, white * (1 - warmth)), cover);
  }

  private int meadow(double u, double v, double[] light) {
    double near = (v - 0.72) * 3;
    double blade = texture.fractal(u * 120 / near, v * 42 / near, 5);
    double patch = texture.fractal(u * 5, v * 9, 5);
    double shade = 0.10 + 0.42 * blade * (0.6 + 0.6 * patch);
    Colour.set(light, shade * (0.55 + 0.5 * patch), shade * 0.82, shade * 0.28);
    for (int stone = 1; stone <= 4; stone++) {
      double x = 0.14 + 0.3 * (stone - 1) + 0.12 * texture.cell(stone, 3, 0);
      double y = 0.86 + 0.05 * texture.cell(stone, 4, 0);
      double radius = 0.045 + 0.03 * texture.cell(stone, 5, 0);
      double dx = (u - x) / (radius * 1.35);
      double dy = (v - y) / radius;
      double bump = texture.fractal(u * 16 + stone * 9, v * 16, 5);
      double inside = 1 - dx * dx - dy * dy + 0.7 * (bump - 0.5);
      if (inside > 0) {
        double lit = Math.clamp(0.5 - 0.45 * dx - 0.5 * dy, 0.06, 1);
        double grain = texture.fractal(u * 90, v * 90, 5);
        double grey = lit * (0.3 + 0.5 * grain);
        Colour.set(light, grey * 1.02, grey, grey * 0.94);
        return stone;
      }
    }
    return 0;
  }
}
