package org.palimpsest.report.document;

/**
 * A picture with its caption.
 *
 * @param caption what is seen, at which scale
 * @param millimetres width on paper
 */
public record Figure(Picture picture, String caption, double millimetres) {
  /** Width of the caption in millimetres: a small picture's would be a column of single words. */
  public double wide() {
    return Math.max(millimetres, 76);
  }

  /** Height on paper in millimetres. */
  public double tall() {
    return millimetres * picture.height() / picture.width();
  }
}
