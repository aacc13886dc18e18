package org.palimpsest.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;

class AreaCurveTest {
  @Test
  void everyShareIsTheOneThatReportsMeasure() {
    float[] values = new float[64 * 64];
    Random random = new Random(7);
    for (int i = 0; i < values.length; i++) {
      // Every third value lies on a threshold exactly: there "strictly above" decides.
      values[i] =
          i % 3 == 0 ? AreaCurve.threshold(random.nextInt(1001)) : random.nextFloat() * 1.0001f;
    }
    FloatMap map = new FloatMap(64, 64, values);
    AreaCurve curve = AreaCurve.of(map);
    Heatmap heatmap = Heatmap.of(map, 0.5f);
    for (int step = 0; step <= AreaCurve.STEPS; step++) {
      assertThat(curve.shareAbove(step)).isEqualTo(heatmap.shareAbove(AreaCurve.threshold(step)));
    }
    assertThat(curve.shareAbove(500)).isEqualTo(heatmap.areaShare());
  }

  @Test
  void aMapOfZerosHasNoAreaAndOneOfOnesIsFullBelowOne() {
    AreaCurve none = AreaCurve.of(new FloatMap(2, 1, new float[] {0, 0}));
    AreaCurve all = AreaCurve.of(new FloatMap(2, 1, new float[] {1, 1}));
    assertThat(none.shareAbove(0)).isZero();
    assertThat(all.shareAbove(999)).isEqualTo(1);
    assertThat(all.shareAbove(1000)).isZero();
  }
}
