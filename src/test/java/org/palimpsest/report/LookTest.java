package org.palimpsest.report;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;

class LookTest {
  @TempDir Path folder;

  @Test
  void look() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(
          open.picture("boat <script>alert('x')<script> \"q\".png", true, 1),
          open.picture("quay שלום عربي 中文 😀 \u202egnp.png", false, 2));
      open.conclude(1, Outcome.CONSISTENT);
      open.write(Path.of("/tmp/r1look"), ReportFormat.values());
    }
  }
}
