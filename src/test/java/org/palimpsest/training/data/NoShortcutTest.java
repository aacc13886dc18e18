package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.imaging.TestImages;

/** A property of the whole picture must not tell whether part of it was edited. */
class NoShortcutTest {
  private static final int SAMPLES = 500;

  private final Map<String, ToDoubleFunction<RgbImage>> probes =
      Map.of(
          "mean", NoShortcutTest::mean,
          "width", RgbImage::width,
          "block grid", NoShortcutTest::blockGrid,
          "quantization", NoShortcutTest::change);

  @Test
  void noGlobalPropertyTellsTheLabel() {
    ForgerySynthesiser synthesiser = new ForgerySynthesiser(TestLibrary.of(12, 400), null, 128, 1);
    Map<String, List<Double>> edited = new TreeMap<>();
    Map<String, List<Double>> authentic = new TreeMap<>();
    for (long seed = 0; seed < SAMPLES; seed++) {
      Sample sample = synthesiser.sample(seed);
      probes.forEach(
          (name, probe) ->
              (sample.fake() ? edited : authentic)
                  .computeIfAbsent(name, key -> new ArrayList<>())
                  .add(probe.applyAsDouble(sample.image())));
    }
    for (String name : probes.keySet()) {
      double auc =
          auc(edited.getOrDefault(name, List.of()), authentic.getOrDefault(name, List.of()));
      assertThat(auc).as(name).isBetween(0.4, 0.6);
    }
  }

  @Test
  void theProbesWouldSeeASaveThatOnlyOneClassHas() {
    List<List<Double>> saved = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Double>> raw = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < 30; i++) {
      RgbImage image = TestImages.photograph(128, 128, i);
      RgbImage jpeg = Jpeg.recompress(image, 85, Subsampling.S420);
      raw.get(0).add(blockGrid(image));
      raw.get(1).add(change(image));
      saved.get(0).add(blockGrid(jpeg));
      saved.get(1).add(change(jpeg));
    }
    assertThat(auc(saved.get(0), raw.get(0))).isGreaterThan(0.9);
    assertThat(auc(saved.get(1), raw.get(1))).isLessThan(0.1);
  }

  private static double mean(RgbImage image) {
    double sum = 0;
    for (byte value : image.rgb()) {
      sum += value & 0xff;
    }
    return sum / image.rgb().length;
  }

  /** Steps across the borders of 8x8 blocks, relative to all steps. */
  private static double blockGrid(RgbImage image) {
    double border = 0;
    double all = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 1; x < image.width(); x++) {
        int step = Math.abs(image.value(x, y, 1) - image.value(x - 1, y, 1));
        all += step;
        border += x % 8 == 0 ? step : 0;
      }
    }
    return border / all;
  }

  /** How much another JPEG save changes: little when there was one like it before. */
  private static double change(RgbImage image) {
    RgbImage again = Jpeg.recompress(image, 85, Subsampling.S420);
    double sum = 0;
    for (int i = 0; i < image.rgb().length; i++) {
      sum += Math.abs((image.rgb()[i] & 0xff) - (again.rgb()[i] & 0xff));
    }
    return sum;
  }

  private static double auc(List<Double> positive, List<Double> negative) {
    double[] sorted = negative.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double wins = 0;
    for (double value : positive) {
      wins += Arrays.stream(sorted).map(n -> n < value ? 1 : n == value ? 0.5 : 0).sum();
    }
    return wins / positive.size() / negative.size();
  }
}
