package org.palimpsest.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.heatmap.Region;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.tasks.BackgroundPool;

/** Without the toolkit: a queue stands for the FX thread. */
class ThresholdModelTest {
  private final BackgroundPool pool = new BackgroundPool("threshold-test", 2);
  private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final ThresholdModel model = new ThresholdModel(pool, fx::add);
  private final Heatmap measured = Heatmap.of(map(), 0.4567f);

  private static FloatMap map() {
    float[] values = new float[300 * 200];
    for (int y = 20; y < 60; y++) {
      for (int x = 20; x < 90; x++) {
        values[y * 300 + x] = 0.9f;
        values[(y + 100) * 300 + x + 150] = 0.3f;
      }
    }
    return new FloatMap(300, 200, values);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private void untilExact() throws InterruptedException {
    while (!model.exactProperty().get()) {
      @Nullable Runnable next = fx.poll(10, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      next.run();
    }
  }

  @Test
  void startsWhereTheExaminationMeasured() {
    model.map(PreparedMap.of(measured));
    assertThat(model.threshold()).isEqualTo(0.4567f);
    assertThat(model.examinersProperty().get()).isFalse();
    assertThat(model.areaProperty().get()).isEqualTo(measured.areaShare());
    assertThat(model.regionsProperty().get()).isEqualTo(measured.regions());
  }

  @Test
  void aMovedThresholdIsTheExaminersAndMeasuresAsAReportWould() throws InterruptedException {
    model.map(PreparedMap.of(measured));
    model.move(0.2);
    assertThat(model.examinersProperty().get()).isTrue();
    assertThat(model.areaProperty().get()).isEqualTo(measured.shareAbove(0.2f));
    assertThat(model.exactProperty().get()).isFalse();
    untilExact();
    assertThat(model.regionsProperty().get()).isEqualTo(Heatmap.of(map(), 0.2f).regions());
    assertThat(model.outlinesProperty().get())
        .isEqualTo(model.regionsProperty().get().stream().map(Region::outline).toList());
  }

  @Test
  void whileItMovesOnlyTheLastPlaceIsMeasured() throws InterruptedException {
    model.map(PreparedMap.of(measured));
    for (int i = 1; i <= 40; i++) {
      model.move(i / 100.0);
    }
    model.move(0.1);
    untilExact();
    assertThat(model.threshold()).isEqualTo(0.1f);
    assertThat(model.regionsProperty().get()).hasSize(2);
  }

  @Test
  void resettingIsTheExaminationAgain() throws InterruptedException {
    model.map(PreparedMap.of(measured));
    model.move(0.95);
    untilExact();
    assertThat(model.regionsProperty().get()).isEmpty();
    model.reset();
    assertThat(model.examinersProperty().get()).isFalse();
    assertThat(model.threshold()).isEqualTo(0.4567f);
    assertThat(model.regionsProperty().get()).isEqualTo(measured.regions());
  }

  @Test
  void besideTheExaminationsOwnThresholdThereIsNoOtherThatLooksTheSame() {
    model.map(PreparedMap.of(measured));
    model.move(0.457);
    assertThat(model.examinersProperty().get()).isFalse();
    assertThat(model.threshold()).isEqualTo(0.4567f);
  }

  @Test
  void anAnswerForAnotherPictureIsDropped() throws InterruptedException {
    model.map(PreparedMap.of(measured));
    model.move(0.1);
    model.map(null);
    pool.close();
    while (!fx.isEmpty()) {
      fx.take().run();
    }
    assertThat(model.regionsProperty().get()).isEmpty();
    assertThat(model.outlinesProperty().get()).isEmpty();
  }
}
