package org.palimpsest.report.document;

/**
 * A picture with its caption.
 *
 * @param caption what is seen, at which scale
 * @param millimetres width on paper
 */
public record Figure(Picture picture, String caption, double millimetres) {
  /** Height on paper in millimetres. */
  public double tall() {
    return millimetres * picture.height() / picture.width();
  }
}
