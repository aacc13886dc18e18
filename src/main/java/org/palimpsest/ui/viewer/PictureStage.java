package org.palimpsest.ui.viewer;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.ui.fx.picture.PictureLayer;

/** The one or two views of the picture as the mode asks, the divider and the magnifier. */
final class PictureStage extends Pane {
  private static final double GAP = 2;

  private final ViewerModel model;
  private final PicturePane main;
  private final PicturePane second;
  private final Region line = new Region();
  private final Loupe loupe = new Loupe();
  private @Nullable TileStore store;

  PictureStage(ViewerModel model) {
    this.model = model;
    main = new PicturePane(model, true);
    second = new PicturePane(model, false);
    OverlayImage overlay = new OverlayImage(model);
    getStyleClass().add("picture-stage");
    setPadding(Insets.EMPTY);
    setFocusTraversable(true);
    line.getStyleClass().add("swipe-divider");
    line.setMouseTransparent(true);
    getChildren().addAll(second, main, line, loupe);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    overlay.imageProperty().subscribe(image -> main.overlay(image));
    model.pictureProperty().subscribe(this::picture);
    model.modeProperty().subscribe(mode -> arrange());
    model.dividerProperty().subscribe(place -> arrange());
    model.originalHeldProperty().subscribe(held -> arrange());
    model.readoutProperty().subscribe(readout -> hideLoupe());
    model.magnifierProperty().subscribe(shown -> loupe.setVisible(false));
  }

  void add(PictureLayer layer) {
    main.add(layer);
    second.add(layer);
    layer.whenChanged(
        () -> {
          main.redrawMarks();
          second.redrawMarks();
        });
  }

  /** How many squares of the picture are held. */
  int tilesHeld() {
    return store == null ? 0 : store.size();
  }

  private void picture(@Nullable PreparedPicture shown) {
    TilePainter painter = null;
    store = null;
    if (shown != null) {
      TileStore next = new TileStore(shown.pyramid(), model.pool(), model.fxThread(), this::redraw);
      store = next;
      painter = new TilePainter(shown.pyramid(), next);
    }
    for (PicturePane pane : List.of(main, second)) {
      pane.tiles(painter);
    }
  }

  private void redraw() {
    main.redraw();
    second.redraw();
  }

  private void arrange() {
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    CompareMode mode =
        model.originalHeldProperty().get() ? CompareMode.OVERLAY : model.modeProperty().get();
    main.withMap(!model.originalHeldProperty().get());
    second.setVisible(mode != CompareMode.OVERLAY);
    double paneWidth = mode == CompareMode.SIDE_BY_SIDE ? paneWidth() : width;
    model.viewport().resize(paneWidth, height, ratio());
    switch (mode) {
      case OVERLAY -> {
        main.resizeRelocate(0, 0, width, height);
        main.showPart(0, 1);
        line.setVisible(false);
      }
      case SIDE_BY_SIDE -> {
        second.resizeRelocate(0, 0, paneWidth, height);
        second.showPart(0, 1);
        main.resizeRelocate(width - paneWidth, 0, paneWidth, height);
        main.showPart(0, 1);
        line.setVisible(true);
        line.resizeRelocate(paneWidth, 0, GAP, height);
      }
      case SWIPE -> {
        double divider = model.dividerProperty().get();
        second.resizeRelocate(0, 0, width, height);
        second.showPart(0, divider);
        main.resizeRelocate(0, 0, width, height);
        main.showPart(divider, 1);
        line.setVisible(true);
        line.resizeRelocate(Math.round(width * divider) - GAP / 2, 0, GAP, height);
      }
    }
  }

  private double paneWidth() {
    return Math.max(1, Math.floor((getWidth() - GAP) / 2));
  }

  /** A place of the stage in the coordinates of the view that lies there. */
  double toView(double stageX) {
    boolean right =
        model.modeProperty().get() == CompareMode.SIDE_BY_SIDE
            && !model.originalHeldProperty().get()
            && stageX >= getWidth() - paneWidth();
    return right ? stageX - (getWidth() - paneWidth()) : stageX;
  }

  /** Whether a place is at the divider and so would drag it. */
  boolean isAtDivider(double stageX) {
    return model.modeProperty().get() == CompareMode.SWIPE
        && Math.abs(stageX - getWidth() * model.dividerProperty().get()) <= 6;
  }

  void loupe(double stageX, double stageY) {
    Readout readout = model.readoutProperty().get();
    PreparedPicture shown = model.picture();
    boolean isCloser = model.viewport().magnification() < Loupe.SIZE;
    if (!model.magnifierProperty().get() || !isCloser || readout == null || shown == null) {
      loupe.setVisible(false);
    } else {
      loupe.show(shown.image(), readout, stageX, stageY, getWidth(), getHeight());
    }
  }

  /** What is seen, in screen pixels; the magnifier is not part of it. */
  Image seen() {
    loupe.setVisible(false);
    SnapshotParameters parameters = new SnapshotParameters();
    double ratio = model.viewport().pixelRatio();
    parameters.setTransform(Transform.scale(ratio, ratio));
    return snapshot(parameters, null);
  }

  private void hideLoupe() {
    if (model.readoutProperty().get() == null) {
      loupe.setVisible(false);
    }
  }

  private double ratio() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }
}
