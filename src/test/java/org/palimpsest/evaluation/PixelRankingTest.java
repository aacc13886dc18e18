package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;

class PixelRankingTest {
  private static PixelRanking of(float[] values, int... truth) {
    byte[] mask = new byte[truth.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) truth[i];
    }
    return PixelRanking.of(new FloatMap(values.length, 1, values), new Mask(mask.length, 1, mask))
        .orElseThrow();
  }

  @Test
  void aHandComputedRanking() {
    // From the top: hit, alarm, hit, alarm. Pairs won 3 of 4; precisions at hits 1 and 2/3.
    PixelRanking ranking = of(new float[] {0.9f, 0.8f, 0.7f, 0.1f}, 1, 0, 1, 0);
    assertThat(ranking.auc()).isEqualTo(0.75);
    assertThat(ranking.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    assertThat(ranking.truePositiveRate()[0]).isEqualTo(0.5f);
    assertThat(ranking.truePositiveRate()[49]).isEqualTo(0.5f);
    assertThat(ranking.truePositiveRate()[50]).isEqualTo(1f);
    assertThat(ranking.precision()[50]).isEqualTo(1f);
    assertThat(ranking.precision()[51]).isEqualTo(2 / 3f);
  }

  @Test
  void tiesAreOneStepWhateverTheOrderOfPixels() {
    PixelRanking ranking = of(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 1, 0, 0, 1);
    assertThat(ranking.auc()).isEqualTo(0.5);
    assertThat(ranking.averagePrecision()).isEqualTo(0.5);
    assertThat(ranking.truePositiveRate()[30]).isCloseTo(0.3f, within(1e-6f));
    assertThat(of(new float[] {0f, -0f}, 1, 0).auc()).isEqualTo(0.5);
  }

  @Test
  void theAreaUnderTheStoredCurveIsTheArea() {
    Random random = new Random(5);
    float[] values = new float[20_000];
    byte[] truth = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      truth[i] = (byte) (random.nextInt(5) == 0 ? 1 : 0);
      values[i] = (float) Math.clamp(0.3 + 0.2 * truth[i] + 0.2 * random.nextGaussian(), 0, 1);
    }
    FloatMap map = new FloatMap(200, 100, values);
    PixelRanking ranking = PixelRanking.of(map, new Mask(200, 100, truth)).orElseThrow();
    assertThat(ranking.auc())
        .isCloseTo(PixelAuc.of(map, new Mask(200, 100, truth)).orElseThrow(), within(1e-12));
    double area = 0;
    for (int i = 0; i < PixelRanking.STEPS; i++) {
      area += (ranking.truePositiveRate()[i] + ranking.truePositiveRate()[i + 1]) / 200.0;
    }
    assertThat(area).isCloseTo(ranking.auc(), within(0.002));
  }

  @Test
  void withoutBothKindsOfPixelThereIsNoRanking() {
    FloatMap map = new FloatMap(2, 1, new float[] {0, 1});
    assertThat(PixelRanking.of(map, new Mask(2, 1, new byte[] {0, 0}))).isEmpty();
    assertThat(PixelRanking.of(map, new Mask(2, 1, new byte[] {1, 1}))).isEmpty();
  }

  @Test
  void aValueThatIsNoShareIsRefused() {
    assertThatThrownBy(() -> of(new float[] {Float.NaN, 0}, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(new float[] {1.5f, 0}, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsAtEveryThresholdAreThoseOfOneThreshold() {
    Random random = new Random(9);
    float[] values = new float[500];
    byte[] truth = new byte[500];
    for (int i = 0; i < 500; i++) {
      values[i] = i % 7 == 0 ? 0.5f : random.nextFloat();
      truth[i] = (byte) random.nextInt(2);
    }
    FloatMap map = new FloatMap(50, 10, values);
    Mask mask = new Mask(50, 10, truth);
    ThresholdCounts counts = ThresholdCounts.of(map, mask);
    assertThat(counts.at(49)).isEqualTo(PixelConfusion.of(map, mask, null));
    assertThat(counts.iou(49)).isEqualTo(PixelIou.of(map, mask, null, PredictionMode.ORIGIN));
    assertThat(counts.f1()).hasSize(99);
    assertThat(counts.f1()[49])
        .isEqualTo(PixelConfusion.of(map, mask, null).f1(PredictionMode.ORIGIN));
  }

  @Test
  void theProtocolStretchesTheMaskToTheInput() {
    Mask truth = new Mask(4, 2, new byte[] {1, 1, 0, 0, 1, 1, 0, 0});
    FloatMap map = new FloatMap(2, 2, new float[] {0.6f, 0.5f, 0.6f, 0.6f});
    Protocol protocol = Protocol.of(0.4f, map, truth);
    // Two hits and one alarm: precision 2/3, recall 1.
    assertThat(protocol.f1()).isCloseTo(0.8f, within(1e-6f));
    assertThat(protocol.iou()).isCloseTo(2 / 3f, within(1e-6f));
    assertThat(Protocol.of(0.4f, map, null).f1()).isNull();
  }
}
