package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.vision.Benchmark.Timing;
import org.palimpsest.vision.Benchmark.Way;
import org.palimpsest.vision.maskclip.TinyModel;

class BenchmarkTest {
  @Test
  void everyWayIsTimedAndComparedWithTheFirst() {
    List<String> progress = new ArrayList<>();
    List<Timing> timings =
        new Benchmark(TinyModel.config(), ComputeDevice.CPU).run(2, 3, progress::add);
    assertThat(timings).extracting(Timing::way).containsExactly(Way.values());
    double yardstick = timings.getFirst().secondsPerImage().median();
    for (Timing timing : timings) {
      Quartiles seconds = timing.secondsPerImage();
      assertThat(seconds.lower()).isPositive().isLessThanOrEqualTo(seconds.median());
      assertThat(seconds.upper()).isGreaterThanOrEqualTo(seconds.median());
      assertThat(timing.speedup()).isEqualTo(yardstick / seconds.median());
    }
    assertThat(progress).contains("turn 1 of 3", "turn 3 of 3");
  }

  @Test
  void quartilesLieBetweenTheNeighbouringValues() {
    assertThat(Quartiles.of(new double[] {4, 1, 3, 2})).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
    assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(7, 7, 7));
  }
}
