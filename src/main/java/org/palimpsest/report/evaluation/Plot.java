package org.palimpsest.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.evaluation.Curve;

/**
 * A plot of the unit square as the page draws it, in a drawing of {@link #WIDTH} by {@link #HEIGHT}
 * units.
 *
 * @param title what is plotted against what
 * @param xLabel words below
 * @param yLabel words at the left
 * @param xTicks marks of the horizontal axis
 * @param yTicks marks of the vertical axis
 * @param lines lines, drawn in their order
 * @param dots points with a word
 */
public record Plot(
    String title,
    String xLabel,
    String yLabel,
    List<Tick> xTicks,
    List<Tick> yTicks,
    List<Line> lines,
    List<Dot> dots) {
  /** Width of the drawing. */
  public static final int WIDTH = 460;

  /** Height of the drawing. */
  public static final int HEIGHT = 360;

  /** Left edge of the square. */
  public static final int LEFT = 58;

  /** Upper edge of the square. */
  public static final int TOP = 14;

  /** Right edge of the square. */
  public static final int RIGHT = 444;

  /** Lower edge of the square. */
  public static final int BOTTOM = 308;

  /**
   * A mark of an axis.
   *
   * @param at position in the drawing
   * @param label its number
   */
  public record Tick(String at, String label) {}

  /**
   * A line.
   *
   * @param style class of the page's style sheet
   * @param points positions as SVG wants them
   * @param label words for the legend; empty for a line that explains itself
   */
  public record Line(String style, String points, String label) {}

  /**
   * A point.
   *
   * @param style class of the page's style sheet
   * @param x position across
   * @param y position down
   * @param label words for the legend
   */
  public record Dot(String style, String x, String y, String label) {}

  /** Collects a plot. */
  static final class Drawing {
    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final List<Line> lines = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();

    Drawing(String title, String xLabel, String yLabel) {
      this.title = title;
      this.xLabel = xLabel;
      this.yLabel = yLabel;
    }

    /** A straight line of comparison. */
    Drawing guide(double fromX, double fromY, double toX, double toY, String label) {
      lines.add(new Line("guide", point(fromX, fromY) + " " + point(toX, toY), label));
      return this;
    }

    Drawing curve(Curve curve, String label) {
      StringBuilder points = new StringBuilder();
      for (int i = 0; i < curve.x().size(); i++) {
        points.append(i == 0 ? "" : " ").append(point(curve.x().get(i), curve.y().get(i)));
      }
      int number = (int) lines.stream().filter(line -> line.style().startsWith("c")).count();
      lines.add(new Line("c" + number % 3, points.toString(), label));
      return this;
    }

    /** A point on the curve of a number. */
    Drawing dot(int curve, double x, double y, String label) {
      dots.add(new Dot("d" + curve % 3, across(x), down(y), label));
      return this;
    }

    Plot drawn() {
      List<Tick> xTicks = new ArrayList<>();
      List<Tick> yTicks = new ArrayList<>();
      for (int i = 0; i <= 5; i++) {
        String label = String.format(Locale.ROOT, "%.1f", i / 5.0);
        xTicks.add(new Tick(across(i / 5.0), label));
        yTicks.add(new Tick(down(i / 5.0), label));
      }
      return new Plot(title, xLabel, yLabel, xTicks, yTicks, lines, dots);
    }

    private static String point(double x, double y) {
      return across(x) + "," + down(y);
    }

    private static String across(double x) {
      return String.format(Locale.ROOT, "%.1f", LEFT + x * (RIGHT - LEFT));
    }

    private static String down(double y) {
      return String.format(Locale.ROOT, "%.1f", BOTTOM - y * (BOTTOM - TOP));
    }
  }
}
