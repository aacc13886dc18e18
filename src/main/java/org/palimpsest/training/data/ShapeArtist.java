package org.palimpsest.training.data;

import org.palimpsest.imaging.Mask;

/** Draws the random areas that get edited: polygons, ellipses, brush strokes and smooth blobs. */
final class ShapeArtist {
  private final Dice dice;

  ShapeArtist(Dice dice) {
    this.dice = dice;
  }

  /**
   * One to three shapes that together cover about the given share of the picture; at least one
   * pixel is marked, and one is not.
   *
   * @param share 0..1
   */
  Mask draw(int width, int height, double share) {
    int count = dice.chance(0.7) ? 1 : dice.whole(2, 3);
    double wanted = share * width * height;
    Mask mask = Mask.empty(width, height);
    for (int i = 0; i < count; i++) {
      shape(width, height, wanted / count).paint(mask);
    }
    // Parts beyond the frame and overlaps are lost; shapes are added until the share is near.
    for (int i = 0; i < 6 && mask.area() < wanted * 0.6; i++) {
      shape(width, height, Math.max(64, wanted - mask.area())).paint(mask);
    }
    if (mask.area() == 0 || mask.area() == (long) width * height) {
      Mask fallback = Mask.empty(width, height);
      rectangle(width, height, Math.max(4, wanted / 2)).paint(fallback);
      return fallback;
    }
    return mask;
  }

  private Shape shape(int width, int height, double area) {
    double radius = Math.sqrt(area / Math.PI);
    double x = centre(width, radius);
    double y = centre(height, radius);
    return switch (dice.whole(0, 9)) {
      case 0, 1 -> round(x, y, radius, dice.whole(4, 11), 0.45);
      case 2, 3 -> ellipse(x, y, radius);
      case 4, 5 -> stroke(width, height, area);
      case 6 -> rectangle(width, height, area);
      default -> blob(x, y, radius);
    };
  }

  private double centre(int length, double radius) {
    double margin = Math.min(radius * 0.8, length * 0.45);
    return dice.between(margin, length - margin);
  }

  private Shape ellipse(double x, double y, double radius) {
    double stretch = dice.ratio(0.6, 1.7);
    double turn = dice.between(0, Math.PI);
    double[] xs = new double[48];
    double[] ys = new double[48];
    for (int i = 0; i < 48; i++) {
      double a = 2 * Math.PI * i / 48;
      double u = radius * stretch * StrictMath.cos(a);
      double v = radius / stretch * StrictMath.sin(a);
      xs[i] = x + u * StrictMath.cos(turn) - v * StrictMath.sin(turn);
      ys[i] = y + u * StrictMath.sin(turn) + v * StrictMath.cos(turn);
    }
    return new Shape.Polygon(xs, ys);
  }

  private Shape round(double x, double y, double radius, int corners, double roughness) {
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int i = 0; i < corners; i++) {
      double a = 2 * Math.PI * (i + dice.between(0, 0.8)) / corners;
      double r = radius * dice.between(1 - roughness, 1.2 + roughness);
      xs[i] = x + r * StrictMath.cos(a);
      ys[i] = y + r * StrictMath.sin(a);
    }
    return new Shape.Polygon(xs, ys);
  }

  private Shape blob(double x, double y, double radius) {
    double[] xs = new double[96];
    double[] ys = new double[96];
    double[] size = new double[6];
    double[] phase = new double[6];
    for (int k = 1; k < 6; k++) {
      size[k] = dice.between(0, 0.45 / k);
      phase[k] = dice.between(0, 2 * Math.PI);
    }
    for (int i = 0; i < 96; i++) {
      double a = 2 * Math.PI * i / 96;
      double r = 1;
      for (int k = 1; k < 6; k++) {
        r += size[k] * StrictMath.sin(k * a + phase[k]);
      }
      xs[i] = x + radius * Math.max(0.15, r) * StrictMath.cos(a);
      ys[i] = y + radius * Math.max(0.15, r) * StrictMath.sin(a);
    }
    return new Shape.Polygon(xs, ys);
  }

  private Shape stroke(int width, int height, double area) {
    double radius = Math.max(2, Math.sqrt(area) * dice.between(0.12, 0.3));
    int points = dice.whole(4, 9);
    double step = area / (2 * radius) / points;
    double[] xs = new double[points + 1];
    double[] ys = new double[points + 1];
    xs[0] = dice.between(0, width);
    ys[0] = dice.between(0, height);
    double heading = dice.between(0, 2 * Math.PI);
    for (int i = 1; i <= points; i++) {
      heading += dice.between(-0.9, 0.9);
      xs[i] = reflected(xs[i - 1] + step * StrictMath.cos(heading), width);
      ys[i] = reflected(ys[i - 1] + step * StrictMath.sin(heading), height);
    }
    return new Shape.Stroke(xs, ys, radius);
  }

  private static double reflected(double position, int length) {
    double p = Math.abs(position) % (2.0 * length);
    return p < length ? p : 2.0 * length - p;
  }

  private Shape rectangle(int width, int height, double area) {
    double side = Math.sqrt(area);
    double stretch = dice.ratio(0.5, 2);
    double w = Math.max(2, Math.min(side * stretch, width - 1.0));
    double h = Math.max(2, Math.min(side / stretch, height - 1.0));
    double x = dice.between(0, width - w);
    double y = dice.between(0, height - h);
    return new Shape.Polygon(new double[] {x, x + w, x + w, x}, new double[] {y, y, y + h, y + h});
  }
}
