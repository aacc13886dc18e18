package org.palimpsest.samples;

import java.util.List;

/** Painted balls on a wooden table before a plastered wall, ray-traced under one soft lamp. */
record StillLife(Texture texture, List<Ball> balls) implements Scene {
  private static final double[] LAMP = normalized(-0.55, 0.75, -0.45);
  private static final double WALL = 3.4;

  /**
   * A ball that lies on the table.
   *
   * @param number of the object, from 1
   * @param x to the right of the middle
   * @param z away from the eye
   * @param stripes bands of paint, 0 for marbling
   */
  record Ball(
      int number, double x, double z, double radius, double[] paint, double[] other, int stripes) {}

  @Override
  public int look(double u, double v, double[] light) {
    double[] eye = {0, 1.15, -2.1};
    double[] ray = normalized(u - 0.667, -0.36 - (v - 0.5), 1.25);
    Ball nearest = null;
    double distance = Double.MAX_VALUE;
    for (Ball ball : balls) {
      double hit = hit(ball, eye, ray);
      if (hit > 0 && hit < distance) {
        distance = hit;
        nearest = ball;
      }
    }
    double table = ray[1] < 0 ? -eye[1] / ray[1] : Double.MAX_VALUE;
    double wall = (WALL - eye[2]) / ray[2];
    double[] point = along(eye, ray, Math.min(distance, Math.min(table, wall)));
    if (nearest != null && distance < Math.min(table, wall)) {
      ball(nearest, point, ray, light);
      return nearest.number();
    }
    if (table < wall) {
      wood(point, light);
    } else {
      plaster(point, light);
    }
    return 0;
  }

  private void ball(Ball ball, double[] point, double[] ray, double[] light) {
    double[] centre = {ball.x(), ball.radius(), ball.z()};
    double[] normal = new double[3];
    for (int i = 0; i < 3; i++) {
      normal[i] = (point[i] - centre[i]) / ball.radius();
    }
    double grain = texture.fractal(point[0] * 9, point[1] * 9, point[2] * 9 + 0.1, 6);
    double band =
        ball.stripes() == 0
            ? Texture.step(
                0.44, 0.56, texture.fractal(point[0] * 4, point[1] * 4 + 3, point[2] * 4 + 0.1, 5))
            : Texture.step(
                -0.15, 0.15, StrictMath.sin(normal[1] * ball.stripes() + 1.3 * (grain - 0.5)));
    double shade = lit(normal) * shadow(point, ball.number()) + 0.16 + 0.10 * normal[1];
    for (int c = 0; c < 3; c++) {
      light[c] =
          Texture.mix(ball.paint()[c], ball.other()[c], band) * (0.62 + 0.76 * grain) * shade;
    }
    double towards = 0;
    for (int i = 0; i < 3; i++) {
      towards += (LAMP[i] - ray[i]) * normal[i];
    }
    double gloss = Math.max(0, towards / Math.sqrt(2 * (1 - dot(LAMP, ray))));
    Colour.add(light, Colour.of(1, 0.97, 0.9), 0.5 * StrictMath.pow(gloss, 60));
  }

  private void wood(double[] point, double[] light) {
    double board = Math.floor(point[2] * 2.2);
    double bend = texture.fractal(point[0] * 0.7, board * 7.3, 3) * 1.6;
    double rings = texture.fractal(point[0] * 1.5 + bend, point[2] * 26 + board * 11, 5);
    double fibre = texture.fractal(point[0] * 22, point[2] * 240, 4);
    double gap = Texture.step(0.0, 0.03, Math.abs(point[2] * 2.2 - Math.round(point[2] * 2.2)));
    double tone = (0.55 + 0.55 * rings + 0.35 * fibre) * (0.35 + 0.65 * gap);
    double shade = (0.62 * shadow(point, 0) + 0.2) * tone;
    Colour.set(light, 0.62 * shade, 0.40 * shade, 0.22 * shade);
  }

  private void plaster(double[] point, double[] light) {
    double rough = texture.fractal(point[0] * 14, point[1] * 14, 7);
    double stain = texture.fractal(point[0] * 0.9 + 5, point[1] * 0.9, 4);
    double shade = (0.30 + 0.22 * rough + 0.2 * stain) * (0.75 + 0.35 * shadow(point, 0));
    Colour.set(light, shade * 0.92, shade * 0.96, shade);
  }

  /**
   * How much of the lamp a point sees, 0..1; soft because the lamp has a size.
   *
   * @param self number of the ball the point lies on, 0 for none
   */
  private double shadow(double[] point, int self) {
    double seen = 1;
    for (Ball ball : balls) {
      if (ball.number() != self) {
        double[] to = {ball.x() - point[0], ball.radius() - point[1], ball.z() - point[2]};
        double along = dot(to, LAMP);
        if (along > 0) {
          double past = Math.sqrt(Math.max(0, dot(to, to) - along * along));
          double soft = 0.03 + 0.16 * along;
          seen = Math.min(seen, Texture.step(ball.radius() - soft, ball.radius() + soft, past));
        }
      }
    }
    return seen;
  }

  private static double lit(double[] normal) {
    return Math.max(0, 0.85 * dot(normal, LAMP) + 0.1);
  }

  private static double hit(Ball ball, double[] eye, double[] ray) {
    double[] to = {ball.x() - eye[0], ball.radius() - eye[1], ball.z() - eye[2]};
    double along = dot(to, ray);
    double inside = ball.radius() * ball.radius() - dot(to, to) + along * along;
    return inside < 0 ? -1 : along - Math.sqrt(inside);
  }

  private static double[] along(double[] eye, double[] ray, double distance) {
    return new double[] {
      eye[0] + ray[0] * distance, eye[1] + ray[1] * distance, eye[2] + ray[2] * distance
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] normalized(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / length, y / length, z / length};
  }
}
