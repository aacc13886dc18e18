package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.tasks.Cancellation;

class TransferLineTest {
  private final StringWriter console = new StringWriter();
  private final Cancellation cancellation = new Cancellation();
  private long now = 1000;

  private TransferLine line(boolean shown) {
    return new TransferLine(
        new PrintWriter(console), shown, cancellation, () -> Instant.ofEpochMilli(now));
  }

  @Test
  void rateAndTimeLeftComeFromWhatThisRunBrought() {
    try (TransferLine line = line(true)) {
      line.report(1_000_000_000, 3_000_000_000L, "example.org");
      now += 10_000;
      line.report(1_100_000_000, 3_000_000_000L, "example.org");
    }
    assertThat(lines())
        .containsExactly(
            "1000.0 of 3000.0 MB  example.org",
            "1100.0 of 3000.0 MB, 10.0 MB/s, 0:03:10 left  example.org");
  }

  @Test
  void aLineIsWrittenAtMostFiveTimesASecondAndAtTheEnd() {
    try (TransferLine line = line(true)) {
      for (int i = 1; i <= 100; i++) {
        now += 10;
        line.report(i * 1_000_000L, 100_000_000, "h");
      }
    }
    assertThat(lines()).hasSizeBetween(5, 7).last().asString().startsWith("100.0 of 100.0 MB");
  }

  @Test
  void nothingIsWrittenWhenNobodyWatches() {
    try (TransferLine line = line(false)) {
      line.report(1, 2, "h");
      line.report(2, 2, "h");
    }
    assertThat(console.toString()).isEmpty();
  }

  @Test
  void aRequestToStopIsSeenAndPassedOn() {
    try (TransferLine line = line(true)) {
      cancellation.request();
      assertThat(line.isCancelled()).isTrue();
      line.report(1, 2, "h");
    }
    assertThat(console.toString()).contains("stopping");
  }

  private List<String> lines() {
    return console
        .toString()
        .replace('\r', '\n')
        .lines()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
