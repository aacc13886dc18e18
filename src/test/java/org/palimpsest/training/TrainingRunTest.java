package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.TinyModel;

class TrainingRunTest {
  @TempDir private Path folder;

  @Test
  void lossFallsOnExamplesThatCanBeLearned() throws IOException {
    List<Double> losses = train(plan(30), folder.resolve("a.safetensors"), Progress.unwatched());

    double first = losses.subList(0, 5).stream().mapToDouble(x -> x).average().orElseThrow();
    double last = losses.subList(25, 30).stream().mapToDouble(x -> x).average().orElseThrow();
    assertThat(last).isLessThan(0.8 * first);
  }

  @Test
  void runThatWasStoppedGoesOnAsIfItHadNot() throws IOException {
    List<Double> whole = train(plan(8), folder.resolve("whole.safetensors"), Progress.unwatched());

    Path file = folder.resolve("parts.safetensors");
    List<Double> parts = new ArrayList<>(train(plan(8), file, cancelledAfter(3)));
    assertThat(parts).hasSize(3);
    parts.addAll(train(plan(8), file, Progress.unwatched()));

    assertThat(parts).containsExactlyElementsOf(whole);
  }

  @Test
  void checkpointOfAnotherSetOfTrainedPartsIsRefused() throws IOException {
    Path file = folder.resolve("c.safetensors");
    train(plan(1), file, Progress.unwatched());
    TrainingPlan other =
        new TrainingPlan(
            TinyModel.config(),
            EnumSet.of(ParameterGroup.PROMPTS),
            2,
            2,
            1e-3,
            0,
            0,
            0.05,
            1,
            TrainingPlan.Technique.RELEASED);

    assertThatThrownBy(() -> train(other, file, Progress.unwatched()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("another network or other trained parts");
  }

  @Test
  void valueThatIsNoNumberStopsTheRunAndIsNamed() {
    StartingPoint poisoned = new PoisonedStart("aggregator.mask_decoder.predict.bias");

    assertThatThrownBy(
            () ->
                run(plan(2), folder.resolve("d.safetensors"), new ArrayList<>())
                    .run(poisoned, new TrainingControl(Progress.unwatched())))
        .isInstanceOf(TrainingException.class)
        .hasMessage("Training stopped: the mask logits are not all finite numbers.");
  }

  /** Drawn values, but for one parameter. */
  private record PoisonedStart(String name) implements StartingPoint {
    @Override
    public Values open(MaskClipConfig config) {
      return parameter ->
          parameter.name().equals(name) ? new float[] {Float.NaN} : parameter.values(1);
    }

    @Override
    public String description() {
      return "poison";
    }
  }

  @Test
  void planThatWasChangedIsNotGoneOnWith() throws IOException {
    Path file = folder.resolve("e.safetensors");
    train(plan(1), file, Progress.unwatched());

    assertThatThrownBy(() -> train(plan(2), file, Progress.unwatched()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("other settings");
  }

  @Test
  void pausedRunHasSavedItsStateAndGoesOnToTheSameEnd() throws Exception {
    Path whole = folder.resolve("f.safetensors");
    train(plan(4), whole, Progress.unwatched());

    Path file = folder.resolve("g.safetensors");
    TrainingControl control = new TrainingControl(Progress.unwatched());
    List<Long> savedAt = new ArrayList<>();
    try (BackgroundPool pool = new BackgroundPool("pausing", 1)) {
      Future<Boolean> run =
          pool.submit(
              () ->
                  new TrainingRun(
                          plan(4),
                          TrainingRunTest::example,
                          new TrainingCheckpoint(file),
                          (step, rate, result) -> {
                            if (step == 2) {
                              control.pause();
                            }
                          })
                      .run(new StartingPoint.Drawn(1), control));
      while (!Files.exists(file)) {
        Thread.sleep(10);
      }
      try (SafetensorsFile saved = SafetensorsFile.open(file)) {
        savedAt.add(Long.parseLong(saved.metadata().get("step")));
      }
      assertThat(run.isDone()).isFalse();
      control.resume();
      assertThat(run.get(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(savedAt).containsExactly(2L);
    assertThat(file).hasSameBinaryContentAs(whole);
  }

  @Test
  void stoppedRunIsNotComplete() throws IOException {
    Path file = folder.resolve("h.safetensors");
    TrainingControl control = new TrainingControl(Progress.unwatched());
    control.stop();

    boolean complete =
        run(plan(4), file, new ArrayList<>()).run(new StartingPoint.Drawn(1), control);

    assertThat(complete).isFalse();
    assertThat(file).exists();
  }

  @Test
  void lossFallsWithPartsALimitedNormAndTheRankingTermToo() throws IOException {
    TrainingPlan.Technique technique =
        new TrainingPlan.Technique(2, 1, 0.9, new MaskClipLoss(4, 1));
    TrainingPlan refined =
        new TrainingPlan(
            TinyModel.config(),
            EnumSet.allOf(ParameterGroup.class),
            30,
            2,
            2e-3,
            0,
            2,
            0.05,
            1,
            technique);

    List<Double> losses = train(refined, folder.resolve("i.safetensors"), Progress.unwatched());

    double first = losses.subList(0, 5).stream().mapToDouble(x -> x).average().orElseThrow();
    double last = losses.subList(25, 30).stream().mapToDouble(x -> x).average().orElseThrow();
    assertThat(last).isLessThan(0.8 * first);
  }

  private static TrainingPlan plan(long steps) {
    return new TrainingPlan(
        TinyModel.config(),
        EnumSet.allOf(ParameterGroup.class),
        steps,
        2,
        2e-3,
        0,
        2,
        0.05,
        1,
        TrainingPlan.Technique.RELEASED);
  }

  private static List<Double> train(TrainingPlan plan, Path file, Progress progress)
      throws IOException {
    List<Double> losses = new ArrayList<>();
    run(plan, file, losses).run(new StartingPoint.Drawn(1), new TrainingControl(progress));
    return losses;
  }

  private static TrainingRun run(TrainingPlan plan, Path file, List<Double> losses) {
    return new TrainingRun(
        plan,
        TrainingRunTest::example,
        new TrainingCheckpoint(file),
        (step, rate, result) -> losses.add(result.total()));
  }

  private static Progress cancelledAfter(long steps) {
    long[] seen = new long[1];
    return new Progress() {
      @Override
      public void report(long done, long total, String message) {
        seen[0] = done;
      }

      @Override
      public boolean isCancelled() {
        return seen[0] >= steps;
      }
    };
  }

  /** Noise, brighter in a square where "edited". */
  static TrainingExample example(long number) {
    SplittableRandom random = new SplittableRandom(number);
    int size = 160;
    boolean fake = number % 2 == 0;
    byte[] rgb = new byte[size * size * 3];
    Mask mask = Mask.empty(size, size);
    int x0 = random.nextInt(80);
    int y0 = random.nextInt(80);
    for (int i = 0; i < size * size; i++) {
      boolean inside =
          fake && i % size >= x0 && i % size < x0 + 64 && i / size >= y0 && i / size < y0 + 64;
      mask.values()[i] = (byte) (inside ? 1 : 0);
      for (int c = 0; c < 3; c++) {
        rgb[i * 3 + c] = (byte) (random.nextInt(100) + (inside ? 120 : 0));
      }
    }
    return new TrainingExample(new RgbImage(size, size, rgb), mask, Mask.empty(size, size), fake);
  }
}
