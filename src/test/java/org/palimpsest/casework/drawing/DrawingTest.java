package org.palimpsest.casework.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.casework.store.Shape.Vertex;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;

class DrawingTest {
  private static final Shape TRIANGLE =
      new Shape.Polygon(List.of(new Vertex(0, 0), new Vertex(8, 0), new Vertex(0, 8)));

  @Test
  void aMaskMarksThePixelsWhoseMiddlesLieInTheShape() {
    Mask mask = MaskDrawing.of(List.of(new Shape.Rectangle(1.5, 2, 2, 1)), 6, 5);
    // Middles 1.5, 2.5 and 3.5 lie from 1.5 to 3.5.
    assertThat(mask.area()).isEqualTo(3);
    assertThat(mask.values()[2 * 6 + 1]).isEqualTo((byte) 1);
    assertThat(mask.values()[2 * 6 + 3]).isEqualTo((byte) 1);
    assertThat(mask.values()[2 * 6 + 4]).isZero();
  }

  @Test
  void anEllipseAndAPolygonHaveTheirAreas() {
    Mask ellipse = MaskDrawing.of(List.of(new Shape.Ellipse(10, 10, 100, 60)), 200, 100);
    assertThat(ellipse.area()).isBetween(4690L, 4735L);
    Mask triangle = MaskDrawing.of(List.of(TRIANGLE), 10, 10);
    assertThat(triangle.area()).isBetween(28L, 36L);
    assertThat(triangle.values()[0]).isEqualTo((byte) 1);
    assertThat(triangle.values()[7 * 10 + 7]).isZero();
  }

  @Test
  void whatReachesPastThePictureIsLeftOut() {
    Mask mask =
        MaskDrawing.of(
            List.of(
                new Shape.Rectangle(-5, -5, 7, 7),
                new Shape.Brush(3, 3, 3, 3, List.of(0, 9)),
                new Shape.Brush(-1, 0, 2, 1, List.of(0, 2))),
            4,
            4);
    assertThat(mask.area()).isEqualTo(5);
  }

  @Test
  void arrowsAndTextsMarkNoArea() {
    List<Shape> shapes = List.of(new Shape.Arrow(0, 0, 5, 5), new Shape.Text(2, 2));
    assertThat(MaskDrawing.of(shapes, 6, 6).area()).isZero();
    assertThat(shapes).noneMatch(MaskDrawing::isArea);
  }

  @Test
  void aMaskIsWrittenAsZeroAnd255AndReadBackSo() throws DecodeException {
    Mask mask = MaskDrawing.of(List.of(new Shape.Ellipse(2, 1, 9, 7)), 13, 11);
    RgbImage read = ImageDecoder.decode(Png.encode(mask)).pixels();
    assertThat(read.width()).isEqualTo(13);
    for (int i = 0; i < mask.values().length; i++) {
      assertThat(read.rgb()[3 * i] & 0xff).isEqualTo(mask.values()[i] * 255);
    }
  }

  @Test
  void aStrokePaintsADiscAlongItsWayAndRubbingItOutLeavesNothing() {
    Painting brush = new Painting(5, 100, 80);
    List<Vertex> way = List.of(new Vertex(20, 40), new Vertex(60, 40));
    Shape.Brush painted = brush.painted(null, way).orElseThrow();
    long area = MaskDrawing.of(List.of(painted), 100, 80).area();
    assertThat(area).isBetween(470L, 485L);
    assertThat(Extent.of(painted)).isEqualTo(new Extent(15, 35, 65, 45));
    assertThat(brush.erased(painted, way)).isEmpty();
  }

  @Test
  void anotherStrokeIsAddedAndAPartCanBeRubbedOut() {
    Painting brush = new Painting(3, 50, 50);
    Shape.Brush first = brush.painted(null, List.of(new Vertex(10, 10))).orElseThrow();
    Shape.Brush both = brush.painted(first, List.of(new Vertex(40, 30))).orElseThrow();
    long one = MaskDrawing.of(List.of(first), 50, 50).area();
    assertThat(MaskDrawing.of(List.of(both), 50, 50).area()).isEqualTo(2 * one);
    Shape.Brush left = brush.erased(both, List.of(new Vertex(40, 30))).orElseThrow();
    assertThat(left).isEqualTo(first);
  }

  @Test
  void aStrokeBesideThePictureAndAPictureOfOnePixel() {
    Painting brush = new Painting(2, 1, 1);
    assertThat(brush.painted(null, List.of(new Vertex(90, 90)))).isEmpty();
    Optional<Shape.Brush> dot = brush.painted(null, List.of(new Vertex(0.5, 0.5)));
    assertThat(dot).contains(new Shape.Brush(0, 0, 1, 1, List.of(0, 1)));
  }

  @Test
  void shapesMoveAndStayOnThePicture() {
    assertThat(Moves.moved(new Shape.Arrow(1, 2, 3, 4), 10, 20))
        .isEqualTo(new Shape.Arrow(11, 22, 13, 24));
    assertThat(Moves.movedWithin(new Shape.Rectangle(5, 5, 10, 10), 100, -100, 30, 30))
        .isEqualTo(new Shape.Rectangle(20, 0, 10, 10));
    assertThat(Moves.moved(new Shape.Brush(1, 1, 1, 1, List.of(0, 1)), 2.6, -1))
        .isEqualTo(new Shape.Brush(4, 0, 1, 1, List.of(0, 1)));
  }

  @Test
  void aGripPulledAcrossTurnsTheRectangleOver() {
    Shape rectangle = new Shape.Rectangle(10, 10, 20, 10);
    assertThat(Grips.dragged(rectangle, 4, 40, 50)).isEqualTo(new Shape.Rectangle(10, 10, 30, 40));
    assertThat(Grips.dragged(rectangle, 4, 5, 5)).isEqualTo(new Shape.Rectangle(5, 5, 5, 5));
    assertThat(Grips.dragged(rectangle, 1, 99, 15)).isEqualTo(new Shape.Rectangle(10, 15, 20, 5));
    assertThat(Grips.dragged(TRIANGLE, 1, 9, 1))
        .isEqualTo(
            new Shape.Polygon(List.of(new Vertex(0, 0), new Vertex(9, 1), new Vertex(0, 8))));
  }

  @Test
  void aPlaceIsFoundInAShapeAndNearItsEdge() {
    assertThat(Hits.hit(TRIANGLE, 2, 2, 0)).isTrue();
    assertThat(Hits.hit(TRIANGLE, 6, 6, 0)).isFalse();
    assertThat(Hits.hit(TRIANGLE, 4.5, 4.5, 1)).isTrue();
    assertThat(Hits.hit(new Shape.Arrow(0, 0, 10, 10), 5, 6, 1)).isTrue();
    assertThat(Hits.hit(new Shape.Arrow(0, 0, 0, 0), 3, 0, 1)).isFalse();
    Shape brush = new Shape.Brush(10, 10, 2, 2, List.of(1, 2, 1));
    assertThat(Hits.hit(brush, 11.5, 10.5, 0)).isTrue();
    assertThat(Hits.hit(brush, 10.5, 10.5, 0)).isFalse();
    assertThat(Hits.hit(brush, 9, 9, 0)).isFalse();
  }
}
