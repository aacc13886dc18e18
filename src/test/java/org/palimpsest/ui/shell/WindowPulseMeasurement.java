package org.palimpsest.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.settings.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * How evenly the window draws while the samples are examined: intervals between pulses, first at
 * rest, then during the batch. Not among the tests, because a time is no verdict: {@code mvn test
 * -Dtest=WindowPulseMeasurement}; the figures go to {@code target/window-pulse.txt}.
 */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class WindowPulseMeasurement {
  private static final long REST_MS = 5_000;
  private static final long LONGEST_MS = 90_000;

  @TempDir static Path folder;
  private WindowFixture window;

  @Start
  void show(Stage stage) throws Exception {
    window = new WindowFixture(stage, folder, WindowFixture.quiet().withTheme(Theme.LIGHT));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void intervalsBetweenPulses() throws Exception {
    window.untilOpen();
    Thread.sleep(2_000);
    List<String> lines = new ArrayList<>();
    Pulses rest = WindowFixture.onFx(Pulses::new);
    WindowFixture.fx(rest::start);
    Thread.sleep(REST_MS);
    WindowFixture.fx(rest::stop);
    lines.add("at rest: " + rest);
    WindowFixture.fx(window.controller()::openSamples);
    window.until(
        "the network runs",
        () -> window.controller().open().work().examinations().totals().done() > 0);
    Pulses busy = WindowFixture.onFx(Pulses::new);
    WindowFixture.fx(busy::start);
    long end = System.currentTimeMillis() + LONGEST_MS;
    while (System.currentTimeMillis() < end
        && window.controller().open().work().examinations().totals().left() > 0) {
      Thread.sleep(100);
    }
    WindowFixture.fx(busy::stop);
    lines.add("while the samples are examined: " + busy);
    lines.add(
        "%d processors, load %.1f"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                    .getSystemLoadAverage()));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/window-pulse.txt"), lines);
    pictures();
  }

  /** The pictures of the README, with everything examined. */
  private void pictures() throws Exception {
    window.untilQuiet();
    WindowFixture.fx(
        () ->
            window.controller().features().listModel().rows().stream()
                .filter(row -> row.name().equals("balls-one-regenerated.jpg"))
                .findFirst()
                .ifPresent(
                    row -> window.controller().features().listModel().selection().only(row.id())));
    Thread.sleep(3_000);
    window.screenshot("window-samples-light");
    WindowFixture.fx(
        () -> window.controller().settingsModel().change(now -> now.withTheme(Theme.DARK)));
    Thread.sleep(1_000);
    window.screenshot("window-samples-dark");
  }

  private static final class Pulses extends AnimationTimer {
    private final List<Long> intervals = new ArrayList<>();
    private long before;

    @Override
    public void handle(long now) {
      long at = System.nanoTime();
      if (before != 0) {
        intervals.add(at - before);
      }
      before = at;
    }

    private double millis(double share) {
      List<Long> sorted = intervals.stream().sorted().toList();
      return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d intervals, median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
          intervals.size(),
          millis(0.5),
          millis(0.95),
          millis(0.99),
          millis(1));
    }
  }
}
