package org.palimpsest.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;

class HeatmapTest {
  private static FloatMap map(int width, int height) {
    return new FloatMap(width, height, new float[width * height]);
  }

  private static void fill(FloatMap map, Box box, float value) {
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        map.values()[y * map.width() + x] = value;
      }
    }
  }

  /** Twice the signed area of a polygon (the shoelace formula), positive clockwise on screen. */
  private static long twiceArea(List<Point> ring) {
    long sum = 0;
    Point last = ring.getLast();
    for (Point point : ring) {
      sum += (long) last.x() * point.y() - (long) point.x() * last.y();
      last = point;
    }
    return sum;
  }

  @Test
  void measuresARectangleExactly() {
    FloatMap map = map(100, 80);
    fill(map, new Box(20, 10, 30, 40), 0.6f);
    fill(map, new Box(25, 15, 1, 1), 0.9f);
    Heatmap heatmap = Heatmap.of(map, 0.5f);
    assertThat(heatmap.areaShare()).isEqualTo(1200 / 8000.0);
    assertThat(heatmap.peak()).isEqualTo(0.9f);
    Region region = heatmap.regions().getFirst();
    assertThat(region.box()).isEqualTo(new Box(20, 10, 30, 40));
    assertThat(region.area()).isEqualTo(1200);
    assertThat(region.peak()).isEqualTo(0.9f);
    assertThat(region.mean()).isCloseTo((1199 * 0.6f + 0.9f) / 1200, within(1e-5f));
    assertThat(region.outline())
        .containsExactly(
            new Point(20, 10), new Point(50, 10), new Point(50, 50), new Point(20, 50));
  }

  @Test
  void countsOnlyWhatIsStrictlyAboveTheThreshold() {
    FloatMap map = map(20, 20);
    fill(map, new Box(0, 0, 10, 20), 0.5f);
    fill(map, new Box(10, 0, 10, 20), Math.nextUp(0.5f));
    Heatmap heatmap = Heatmap.of(map, 0.5f);
    assertThat(heatmap.areaShare()).isEqualTo(0.5);
    assertThat(heatmap.regions()).extracting(Region::box).containsExactly(new Box(10, 0, 10, 20));
  }

  @Test
  void joinsPartsThatMeetOverACorner() {
    FloatMap map = map(40, 40);
    fill(map, new Box(20, 0, 10, 10), 1);
    fill(map, new Box(10, 10, 10, 10), 1);
    fill(map, new Box(30, 10, 10, 10), 1);
    List<Region> regions = Heatmap.of(map, 0.5f).regions();
    assertThat(regions).hasSize(1);
    assertThat(regions.getFirst().area()).isEqualTo(300);
    assertThat(regions.getFirst().box()).isEqualTo(new Box(10, 0, 30, 20));
    assertThat(twiceArea(regions.getFirst().outline())).isEqualTo(600);
  }

  @Test
  void joinsTheArmsOfAForkThatMeetOnlyAtTheBottom() {
    FloatMap map = map(60, 60);
    fill(map, new Box(0, 5, 10, 40), 1);
    fill(map, new Box(20, 0, 10, 45), 1);
    fill(map, new Box(40, 8, 10, 37), 1);
    fill(map, new Box(0, 45, 50, 5), 1);
    List<Region> regions = Heatmap.of(map, 0.5f).regions();
    assertThat(regions).extracting(Region::area).containsExactly(400L + 450 + 370 + 250);
    assertThat(twiceArea(regions.getFirst().outline())).isEqualTo(2 * 1470L);
  }

  @Test
  void listsTheLargestFirstAndLeavesSpecksOutButCountsTheirArea() {
    FloatMap map = map(100, 100);
    fill(map, new Box(0, 0, 8, 8), 1);
    fill(map, new Box(50, 50, 20, 20), 1);
    fill(map, new Box(20, 80, 9, 7), 1);
    Heatmap heatmap = Heatmap.of(map, 0.5f);
    assertThat(heatmap.regions()).extracting(Region::area).containsExactly(400L, 64L);
    assertThat(heatmap.specks()).isEqualTo(1);
    assertThat(heatmap.areaShare()).isEqualTo((64 + 400 + 63) / 10000.0);
  }

  @Test
  void asksForLargerRegionsOfLargerImages() {
    assertThat(Heatmap.smallestRegion(512, 512)).isEqualTo(64);
    assertThat(Heatmap.smallestRegion(6000, 4000)).isEqualTo(366);
  }

  @Test
  void findsNothingInAQuietMapAndEverythingInAFullOne() {
    assertThat(Heatmap.of(map(30, 30), 0.5f).regions()).isEmpty();
    FloatMap full = map(30, 30);
    fill(full, new Box(0, 0, 30, 30), 1);
    Heatmap heatmap = Heatmap.of(full, 0.5f);
    assertThat(heatmap.areaShare()).isEqualTo(1);
    assertThat(heatmap.regions().getFirst().outline())
        .containsExactly(new Point(0, 0), new Point(30, 0), new Point(30, 30), new Point(0, 30));
  }

  @Test
  void agreesWithAFloodFillOnRandomMaps() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      FloatMap map = map(37, 29);
      for (int i = 0; i < map.values().length; i++) {
        map.values()[i] = random.nextFloat();
      }
      float threshold = 0.3f + 0.5f * random.nextFloat();
      List<Component> parts = new Components(map, threshold).find();
      assertThat(parts)
          .extracting(Component::area)
          .containsExactlyElementsOf(flooded(map, threshold));
    }
  }

  private static List<Long> flooded(FloatMap map, float threshold) {
    boolean[] seen = new boolean[map.values().length];
    List<Long> areas = new java.util.ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      if (seen[start] || !(map.values()[start] > threshold)) {
        continue;
      }
      seen[start] = true;
      List<Integer> stack = new java.util.ArrayList<>(List.of(start));
      long area = 0;
      while (!stack.isEmpty()) {
        int at = stack.removeLast();
        area++;
        for (int n = 0; n < 9; n++) {
          int x = at % map.width() + n % 3 - 1;
          int y = at / map.width() + n / 3 - 1;
          int next = y * map.width() + x;
          if (x >= 0
              && y >= 0
              && x < map.width()
              && y < map.height()
              && !seen[next]
              && map.values()[next] > threshold) {
            seen[next] = true;
            stack.add(next);
          }
        }
      }
      areas.add(area);
    }
    return areas;
  }

  @Test
  void keepsARoundOutlineWithinAPixel() {
    FloatMap map = map(200, 200);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        map.values()[y * 200 + x] = Math.hypot(x - 99.5, y - 99.5) < 60 ? 1 : 0;
      }
    }
    Region region = Heatmap.of(map, 0.5f).regions().getFirst();
    assertThat(region.outline()).hasSizeBetween(8, 60);
    assertThat(region.outline())
        .allSatisfy(
            point ->
                assertThat(Math.hypot(point.x() - 100, point.y() - 100))
                    .isCloseTo(60, within(1.5)));
    assertThat((double) twiceArea(region.outline()) / 2)
        .isCloseTo((double) region.area(), within((double) region.area() * 0.03));
  }

  @Test
  void refusesAMapThatHoldsNoNumber() {
    FloatMap map = map(20, 20);
    map.values()[7] = Float.NaN;
    assertThatThrownBy(() -> Heatmap.of(map, 0.5f))
        .isInstanceOf(HeatmapException.class)
        .hasMessageContaining("not a number");
  }
}
