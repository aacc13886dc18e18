package org.palimpsest.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.palimpsest.heatmap.Box;
import org.palimpsest.ui.fx.picture.PicturePoint;

/** Without the toolkit: geometry is arithmetic. */
class ViewportModelTest {
  private static ViewportModel viewport(int width, int height) {
    ViewportModel viewport = new ViewportModel();
    viewport.resize(800, 600, 1);
    viewport.picture(width, height);
    return viewport;
  }

  @Test
  void aPictureIsFirstSeenWholeInTheMiddle() {
    ViewportModel viewport = viewport(4000, 1000);
    assertThat(viewport.view().scale()).isCloseTo(784 / 4000.0, within(1e-9));
    assertThat(viewport.view().toViewX(2000)).isCloseTo(400, within(1e-9));
    assertThat(viewport.view().toViewY(500)).isCloseTo(300, within(1e-9));
  }

  @Test
  void theWheelKeepsThePlaceUnderThePointer() {
    ViewportModel viewport = viewport(10_000, 10_000);
    viewport.zoom(2);
    PicturePoint before = viewport.view().toPicture(650, 120);
    viewport.zoom(1, 650, 120);
    PicturePoint after = viewport.view().toPicture(650, 120);
    assertThat(after.x()).isCloseTo(before.x(), within(1e-6));
    assertThat(after.y()).isCloseTo(before.y(), within(1e-6));
  }

  @Test
  void fromOneToOneOnPixelsLieOnScreenPixels() {
    ViewportModel viewport = viewport(3001, 2001);
    viewport.oneToOne(333, 222);
    assertThat(viewport.magnification()).isEqualTo(1);
    assertThat(viewport.view().x() % 1).isZero();
    viewport.pan(0.4, 3.7);
    assertThat(viewport.view().y() % 1).isZero();
  }

  @Test
  void oneToOneIsAPixelOfTheScreenOnDenseScreensToo() {
    ViewportModel viewport = new ViewportModel();
    viewport.resize(800, 600, 2);
    viewport.picture(4000, 4000);
    viewport.oneToOne();
    assertThat(viewport.view().scale()).isEqualTo(0.5);
    assertThat(viewport.magnification()).isEqualTo(1);
  }

  @Test
  void aPictureCannotBeLost() {
    ViewportModel viewport = viewport(5000, 5000);
    viewport.oneToOne();
    viewport.pan(1e9, -1e9);
    PicturePoint middle = viewport.view().toPicture(400, 300);
    assertThat(middle.x()).isZero();
    assertThat(middle.y()).isEqualTo(5000);
    viewport.zoom(-100);
    assertThat(viewport.view().toViewX(2500)).isCloseTo(400, within(0.5));
  }

  @Test
  void theZoomEndsAtSixtyFourScreenPixelsForOne() {
    ViewportModel viewport = viewport(5000, 5000);
    viewport.zoom(200);
    assertThat(viewport.magnification()).isEqualTo(64);
  }

  @Test
  void aWholePictureStaysWholeWhenTheWindowChanges() {
    ViewportModel viewport = viewport(4000, 1000);
    viewport.resize(416, 600, 1);
    assertThat(viewport.view().scale()).isCloseTo(0.1, within(1e-9));
    viewport.oneToOne();
    PicturePoint middle = viewport.view().toPicture(208, 300);
    viewport.resize(616, 500, 1);
    PicturePoint after = viewport.view().toPicture(308, 250);
    assertThat(after.x()).isCloseTo(middle.x(), within(1.0));
    assertThat(viewport.magnification()).isEqualTo(1);
  }

  @Test
  void aRegionIsShownInTheMiddleWithItsSurroundings() {
    ViewportModel viewport = viewport(4000, 3000);
    viewport.show(new Box(3000, 100, 200, 100));
    PicturePoint middle = viewport.view().toPicture(400, 300);
    assertThat(middle.x()).isCloseTo(3100, within(1.0));
    assertThat(middle.y()).isCloseTo(150, within(1.0));
    assertThat(viewport.view().scale()).isCloseTo(2, within(1e-9));
  }

  @Test
  void aRegionOfOnePixelIsNotBlownUpPastRecognition() {
    ViewportModel viewport = viewport(4000, 3000);
    viewport.show(new Box(10, 10, 1, 1));
    assertThat(viewport.magnification()).isEqualTo(8);
  }

  @Test
  void aSinglePixelAndAVeryLongLineCanBeSeen() {
    ViewportModel pixel = viewport(1, 1);
    assertThat(pixel.magnification()).isEqualTo(4);
    ViewportModel line = viewport(1, 40_000);
    assertThat(line.view().scale()).isCloseTo(584 / 40_000.0, within(1e-9));
    line.oneToOne();
    line.zoom(50);
    assertThat(line.magnification()).isEqualTo(64);
    line.fit();
    assertThat(line.isFitted()).isTrue();
  }

  @Test
  void aDoubleClickGoesToOneToOneAndBack() {
    ViewportModel viewport = viewport(4000, 3000);
    viewport.toggle(100, 100);
    assertThat(viewport.magnification()).isEqualTo(1);
    viewport.toggle(100, 100);
    assertThat(viewport.isFitted()).isTrue();
  }
}
