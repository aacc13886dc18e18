package org.palimpsest.ui.fx.picture;

/**
 * Where a picture lies in a viewport.
 *
 * @param scale viewport units per pixel of the picture, above 0
 * @param x where the picture's left edge lies in the viewport
 * @param y where its upper edge lies
 */
public record ViewTransform(double scale, double x, double y) {
  public ViewTransform {
    if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("No view at scale %s, %s, %s".formatted(scale, x, y));
    }
  }

  /**
   * The whole of a picture, in the middle of the viewport.
   *
   * @param largest the scale at most
   * @param margin viewport units left free on every side, where there is room
   */
  public static ViewTransform fit(ViewSizes sizes, double largest, double margin) {
    double width = Math.max(sizes.viewWidth() / 2, sizes.viewWidth() - 2 * margin);
    double height = Math.max(sizes.viewHeight() / 2, sizes.viewHeight() - 2 * margin);
    double scale = Math.min(largest, Math.min(width / sizes.width(), height / sizes.height()));
    return new ViewTransform(scale, 0, 0).centredOn(sizes.width() / 2, sizes.height() / 2, sizes);
  }

  public double toViewX(double pictureX) {
    return x + pictureX * scale;
  }

  public double toViewY(double pictureY) {
    return y + pictureY * scale;
  }

  /** The place of the picture under a place of the viewport. */
  public PicturePoint toPicture(double viewX, double viewY) {
    return new PicturePoint((viewX - x) / scale, (viewY - y) / scale);
  }

  /** Another scale, with the picture's place under one place of the viewport kept there. */
  public ViewTransform scaledAt(double viewX, double viewY, double newScale) {
    double factor = newScale / scale;
    return new ViewTransform(newScale, viewX - (viewX - x) * factor, viewY - (viewY - y) * factor);
  }

  public ViewTransform moved(double dx, double dy) {
    return new ViewTransform(scale, x + dx, y + dy);
  }

  /** The same scale with a place of the picture in the middle of the viewport. */
  public ViewTransform centredOn(double pictureX, double pictureY, ViewSizes sizes) {
    return new ViewTransform(
        scale, sizes.viewWidth() / 2 - pictureX * scale, sizes.viewHeight() / 2 - pictureY * scale);
  }

  /**
   * Keeps a picture in sight: one smaller than the viewport stays in its middle, of a larger one
   * the edge comes as far as the middle, so that a corner can be looked at closely.
   */
  public ViewTransform held(ViewSizes sizes) {
    return new ViewTransform(
        scale,
        held(x, sizes.width() * scale, sizes.viewWidth()),
        held(y, sizes.height() * scale, sizes.viewHeight()));
  }

  private static double held(double edge, double length, double view) {
    if (length <= view) {
      return (view - length) / 2;
    }
    return Math.clamp(edge, view / 2 - length, view / 2);
  }
}
