package org.palimpsest.ui.viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.heatmap.Box;
import org.palimpsest.ui.fx.picture.ViewSizes;
import org.palimpsest.ui.fx.picture.ViewTransform;

/** Which part of a picture is seen, and how large. */
public final class ViewportModel {
  /** Screen pixels per pixel of the picture at most. */
  static final double LARGEST = 64;

  private static final double STEP = Math.sqrt(2);
  private static final int REGION_MARGIN = 2;
  private static final double MARGIN = 8;

  private final ReadOnlyObjectWrapper<ViewTransform> view =
      new ReadOnlyObjectWrapper<>(new ViewTransform(1, 0, 0));
  private ViewSizes sizes = new ViewSizes(1, 1, 1, 1);
  private double pixelRatio = 1;
  private boolean fitted = true;

  public ReadOnlyObjectProperty<ViewTransform> viewProperty() {
    return view.getReadOnlyProperty();
  }

  public ViewTransform view() {
    return view.get();
  }

  public ViewSizes sizes() {
    return sizes;
  }

  /** Screen pixels per pixel of the picture; 1 shows each pixel as one. */
  public double magnification() {
    return view().scale() * pixelRatio;
  }

  /** Screen pixels per viewport unit, above 1 on dense screens. */
  public double pixelRatio() {
    return pixelRatio;
  }

  /** Another picture, seen whole. */
  void picture(int width, int height) {
    sizes = new ViewSizes(width, height, sizes.viewWidth(), sizes.viewHeight());
    fit();
  }

  /** The viewport was given a size; a picture seen whole stays whole. */
  void resize(double width, double height, double ratio) {
    double newWidth = Math.max(1, width);
    double newHeight = Math.max(1, height);
    if (newWidth == sizes.viewWidth() && newHeight == sizes.viewHeight() && ratio == pixelRatio) {
      return;
    }
    pixelRatio = ratio;
    ViewSizes before = sizes;
    sizes = new ViewSizes(before.width(), before.height(), newWidth, newHeight);
    if (fitted) {
      fit();
    } else {
      double dx = (newWidth - before.viewWidth()) / 2;
      double dy = (newHeight - before.viewHeight()) / 2;
      set(view().moved(dx, dy));
    }
  }

  /** Shows the whole picture; a small one no larger than four screen pixels per pixel. */
  public void fit() {
    fitted = true;
    view.set(ViewTransform.fit(sizes, 4 / pixelRatio, MARGIN));
  }

  public boolean isFitted() {
    return fitted;
  }

  /** Shows each pixel of the picture as one of the screen, keeping a place of the viewport. */
  public void oneToOne(double viewX, double viewY) {
    scaleTo(1 / pixelRatio, viewX, viewY);
  }

  /** As {@link #oneToOne(double, double)}, keeping the middle. */
  public void oneToOne() {
    oneToOne(sizes.viewWidth() / 2, sizes.viewHeight() / 2);
  }

  /** Between the whole picture and one to one. */
  public void toggle(double viewX, double viewY) {
    if (Math.abs(magnification() - 1) < 1e-6) {
      fit();
    } else {
      oneToOne(viewX, viewY);
    }
  }

  /**
   * Zooms about a place of the viewport.
   *
   * @param steps each by the square root of two, closer when positive
   */
  public void zoom(double steps, double viewX, double viewY) {
    scaleTo(view().scale() * Math.pow(STEP, steps), viewX, viewY);
  }

  /** Zooms about the middle of the viewport. */
  public void zoom(double steps) {
    zoom(steps, sizes.viewWidth() / 2, sizes.viewHeight() / 2);
  }

  /** Moves the picture by viewport units. */
  public void pan(double dx, double dy) {
    fitted = false;
    set(view().moved(dx, dy));
  }

  /** Shows a part of the picture with its surroundings. */
  public void show(Box box) {
    double wanted =
        Math.min(
            sizes.viewWidth() / (REGION_MARGIN * (double) box.width()),
            sizes.viewHeight() / (REGION_MARGIN * (double) box.height()));
    fitted = false;
    double scale = Math.clamp(wanted, smallest(), 8 / pixelRatio);
    set(
        new ViewTransform(scale, 0, 0)
            .centredOn(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0, sizes));
  }

  private void scaleTo(double wanted, double viewX, double viewY) {
    double scale = Math.clamp(wanted, smallest(), LARGEST / pixelRatio);
    fitted = false;
    set(view().scaledAt(viewX, viewY, scale));
  }

  private void set(ViewTransform next) {
    ViewTransform held = next.held(sizes);
    // From one to one on, picture pixels lie on whole screen pixels: none looks wider than another.
    view.set(
        magnification(held) >= 1
            ? new ViewTransform(held.scale(), whole(held.x()), whole(held.y()))
            : held);
  }

  private double magnification(ViewTransform transform) {
    return transform.scale() * pixelRatio + 1e-9;
  }

  private double whole(double place) {
    return Math.round(place * pixelRatio) / pixelRatio;
  }

  /** Half of what shows the whole picture, or of one to one for a small one. */
  private double smallest() {
    return Math.min(ViewTransform.fit(sizes, LARGEST, MARGIN).scale(), 1 / pixelRatio) / 2;
  }
}
