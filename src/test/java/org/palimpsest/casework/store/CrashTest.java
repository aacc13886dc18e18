package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.tasks.Progress;

/** A process that is killed in the middle of a batch, for real, leaves a case that goes on. */
class CrashTest {
  @TempDir private Path folder;

  @Test
  void fiveKillsAmongTwentyImagesLoseNothingAndDoubleNothing() throws Exception {
    survives(5, 20, 11);
  }

  @Test
  @EnabledIfSystemProperty(named = "palimpsest.long", matches = "true")
  void fiftyKillsAmongTwoHundredImagesLoseNothingAndDoubleNothing() throws Exception {
    survives(50, 200, 12);
  }

  private void survives(int kills, int images, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("crash.palimpsest");
    List<Path> pictures = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      pictures.add(TestCase.photograph(folder, "p%03d.png".formatted(i), i));
    }
    try (CaseFile open = TestCase.create(file)) {
      open.exhibits().add(pictures, Receipt.unstated(), Storage.REFERENCE);
      TestCase.queueAll(open);
    }
    int before = 0;
    for (int kill = 0; kill < kills; kill++) {
      // Early enough that work is left for all the kills to come.
      int most = Math.max(1, (images - before) / (kills - kill + 1));
      int seen = killed(file, random.nextInt(1, most + 1), random.nextInt(40));
      int kept = check(file, images);
      assertThat(kept).as("what was reported was kept").isGreaterThanOrEqualTo(before + seen);
      before = kept;
    }
    assertThat(before).as("the kills came in the middle").isLessThan(images);

    Process last = start(file);
    assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(last.exitValue()).isZero();
    assertThat(check(file, images)).isEqualTo(images);
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Kills a worker after some images.
   *
   * @return how many it had reported
   */
  private static int killed(Path file, int after, int delay) throws Exception {
    Process worker = start(file);
    int seen = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
      while (seen < after) {
        assertThat(lines.readLine()).as("the worker is at work").startsWith("examined");
        seen++;
      }
      Thread.sleep(delay);
      worker.destroyForcibly(); // SIGKILL
      assertThat(worker.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    return seen;
  }

  /** Nothing half-written, nothing twice, nothing lost; gives the number of examinations. */
  private static int check(Path file, int images) throws CaseException {
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      assertThat(open.whyReadOnly()).as("the lock went with the process").isEmpty();
      assertThat(open.verifier().run(Progress.unwatched()).flaws()).isEmpty();
      List<Job> jobs = open.queue().jobs();
      assertThat(jobs).noneMatch(Job::running);
      TreeMap<ExhibitState, Integer> states = new TreeMap<>();
      int examined = 0;
      for (ExhibitRow row : open.exhibits().rows()) {
        states.merge(row.state(), 1, Integer::sum);
        int count = open.examinations().of(row.id()).size();
        assertThat(count).isEqualTo(row.state() == ExhibitState.DONE ? 1 : 0);
        if (count == 1) {
          assertThat(
                  open.examinations()
                      .map(Objects.requireNonNull(row.latest()).examination())
                      .width())
              .isEqualTo(150);
        }
        examined += count;
      }
      assertThat(examined + jobs.size()).as("%s", states).isEqualTo(images);
      return examined;
    }
  }
}
