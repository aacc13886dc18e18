package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/**
 * A process that trains is killed, and another run goes on from what it left. The network is the
 * compact one: large enough that the engine divides its work among threads.
 */
class KilledTrainingTest {
  private static final int STEPS = 4;

  @TempDir private Path folder;

  @Test
  void killedRunThatGoesOnEndsWithTheBytesOfAnUninterruptedOne() throws Exception {
    Path whole = folder.resolve("whole.safetensors");
    train(whole, (step, rate, result) -> {});

    Path parts = folder.resolve("parts.safetensors");
    long killedAt = trainUntilKilled(parts);
    assertThat(killedAt).as("updates in the state that the killed process left").isBetween(1L, 3L);
    List<Long> later = new ArrayList<>();
    train(parts, (step, rate, result) -> later.add(step));

    assertThat(later).startsWith(killedAt + 1).endsWith((long) STEPS);
    assertThat(Sha256.of(parts).hex()).isEqualTo(Sha256.of(whole).hex());
  }

  private static long trainUntilKilled(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true"));
    String cache = System.getProperty("DJL_CACHE_DIR");
    if (cache != null) {
      command.add("-DDJL_CACHE_DIR=" + cache);
    }
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classes, KilledTrainingTest.class.getName(), file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("done 2")) {
          break;
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      return Long.parseLong(saved.metadata().get("step"));
    }
  }

  /** The process that is killed: trains into the named file, saves after every update. */
  public static void main(String[] arguments) throws IOException {
    train(
        Path.of(arguments[0]),
        (step, rate, result) -> {
          System.out.println("done " + step);
          System.out.flush();
        });
  }

  private static void train(Path file, TrainingRun.StepListener listener) throws IOException {
    TrainingPlan plan =
        new TrainingPlan(
            MaskClipConfig.compact(),
            EnumSet.complementOf(EnumSet.of(ParameterGroup.STEM)),
            STEPS,
            2,
            1e-3,
            1e-5,
            1,
            0.05,
            7,
            new TrainingPlan.Technique(2, 1, 0.9, new MaskClipLoss(4, 1)));
    new TrainingRun(
            plan,
            KilledTrainingTest::example,
            new TrainingCheckpoint(file),
            listener,
            Duration.ZERO)
        .run(new StartingPoint.Drawn(7), new TrainingControl(Progress.unwatched()));
  }

  /** Noise with a calm square where "edited". */
  private static TrainingExample example(long number) {
    SplittableRandom random = new SplittableRandom(number);
    int size = MaskClipConfig.compact().imageSize();
    byte[] rgb = new byte[size * size * 3];
    random.nextBytes(rgb);
    Mask mask = Mask.empty(size, size);
    for (int i = 0; number % 2 == 0 && i < size * size; i++) {
      if (i % size < 96 && i / size < 96) {
        mask.values()[i] = 1;
        rgb[3 * i] = 100;
      }
    }
    return new TrainingExample(
        new RgbImage(size, size, rgb), mask, Mask.empty(size, size), number % 2 == 0);
  }
}
