package org.palimpsest.installer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The program's icon: a leaf of parchment whose writing was scraped off and written over; under a
 * lens the first text, which ran across the second, comes out again in the colours of a heat map.
 *
 * <p>It is a list of filled shapes on a square of side {@value #SIDE}, so that pixels and SVG are
 * of one drawing. Small sizes have fewer and thicker lines.
 */
final class Icon {
  static final int SIDE = 512;

  private static final Color GROUND = new Color(0x1f3a44);
  private static final Color PARCHMENT = new Color(0xf0e3c4);
  private static final Color FOLD = new Color(0xcdb988);
  private static final Color INK = new Color(0x4a3b2a);
  private static final Color SCRAPED = new Color(0xdccba3);
  private static final Color GLASS = new Color(0x2a0f3d);
  private static final Color RIM = new Color(0x12252c);
  private static final Color WARM = new Color(0xe8602c);
  private static final Color HOT = new Color(0xffd65c);

  /** A shape and what fills it. */
  record Part(Shape shape, Color colour) {}

  private final int lines;
  private final List<Part> parts = new ArrayList<>();

  /** The drawing for an image of so many pixels a side. */
  Icon(int pixels) {
    this.lines = pixels < 24 ? 3 : pixels < 48 ? 4 : 6;
    draw();
  }

  private void draw() {
    parts.add(new Part(new RoundRectangle2D.Double(0, 0, SIDE, SIDE, 112, 112), GROUND));
    Shape leaf = leaf();
    parts.add(new Part(leaf, PARCHMENT));
    upright(leaf, SCRAPED);
    level(leaf);
    Path2D fold = new Path2D.Double();
    fold.moveTo(330, 62);
    fold.lineTo(330, 146);
    fold.lineTo(414, 146);
    fold.closePath();
    parts.add(new Part(fold, FOLD));
    lens();
  }

  private static Shape leaf() {
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(98, 62);
    leaf.lineTo(330, 62);
    leaf.lineTo(414, 146);
    leaf.lineTo(414, 450);
    leaf.lineTo(98, 450);
    leaf.closePath();
    return leaf;
  }

  /** The second text, in level lines. */
  private void level(Shape within) {
    double pitch = 290.0 / lines;
    for (int i = 0; i < lines; i++) {
      double y = 150 + pitch * (i + 0.3);
      double end = i == 0 ? 300 : i % 3 == 2 ? 340 : 376;
      parts.add(new Part(cut(line(136, y, end, y, pitch * 0.34), within), INK));
    }
  }

  /** The first text, in upright lines. */
  private void upright(Shape within, Color colour) {
    double pitch = 316.0 / (lines + 1);
    for (int i = 0; i < lines; i++) {
      double x = 98 + pitch * (i + 1);
      parts.add(new Part(cut(line(x, 90, x, 424, pitch * 0.36), within), colour));
    }
  }

  private void lens() {
    double x = 318;
    double y = 330;
    double radius = 112;
    parts.add(new Part(line(x + 70, y + 70, x + 140, y + 140, 52), RIM));
    parts.add(new Part(circle(x, y, radius + 20), RIM));
    Shape glass = circle(x, y, radius);
    parts.add(new Part(glass, GLASS));
    int strokes = Math.min(lines, 5);
    double pitch = 2 * radius / strokes;
    for (int i = 0; i < strokes; i++) {
      double at = x - radius + pitch * (i + 0.5);
      boolean middle = Math.abs(at - x) < radius * 0.55;
      Shape stroke = line(at, y - radius, at, y + radius, pitch * 0.42);
      parts.add(new Part(cut(stroke, glass), middle ? HOT : WARM));
    }
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape line(double x1, double y1, double x2, double y2, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(new Line2D.Double(x1, y1, x2, y2));
  }

  private static Shape cut(Shape shape, Shape within) {
    Area area = new Area(shape);
    area.intersect(new Area(within));
    return area;
  }

  /** From the bottom to the top. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Drawn so many pixels wide and high. */
  static BufferedImage raster(int pixels) {
    BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setTransform(
        AffineTransform.getScaleInstance((double) pixels / SIDE, (double) pixels / SIDE));
    for (Part part : new Icon(pixels).parts()) {
      graphics.setColor(part.colour());
      graphics.fill(part.shape());
    }
    graphics.dispose();
    return image;
  }
}
