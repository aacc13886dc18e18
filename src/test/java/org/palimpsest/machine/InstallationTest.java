package org.palimpsest.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir private Path home;

  @Test
  void withoutAHomeItRunsFromItsSources() {
    assertThat(Installation.of(null).kind()).isEqualTo(Installation.Kind.SOURCES);
  }

  @Test
  void aPackageSaysWhatItIs() throws IOException {
    assertThat(kind()).isEqualTo(Installation.Kind.FOLDER);
    facts("kind=deb\n");
    assertThat(kind()).isEqualTo(Installation.Kind.DEB);
    facts("kind=app-image\n");
    assertThat(kind()).isEqualTo(Installation.Kind.APP_IMAGE);
    facts("kind=something else\n");
    assertThat(kind()).isEqualTo(Installation.Kind.FOLDER);
  }

  @Test
  void theEngineIsUsedInPlaceWhereItLiesReady() throws IOException {
    assertThat(Installation.of(home.toString()).engine()).isEmpty();
    Path engine = Files.createDirectory(home.resolve("engine"));
    assertThat(Installation.of(home.toString()).engine()).contains(engine);
  }

  @Test
  void aRunWithoutAStartCacheSaysSo() {
    assertThat(StartCache.ofThisProcess()).isEqualTo(StartCache.NONE);
  }

  @Test
  void aStartCacheIsUsedRefusedOrMissing() throws IOException {
    Path file = Files.createFile(home.resolve("start.aot"));
    assertThat(StartCache.of(file.toString(), "mixed mode, sharing")).isEqualTo(StartCache.USED);
    assertThat(StartCache.of(file.toString(), "mixed mode")).isEqualTo(StartCache.REFUSED);
    Files.delete(file);
    assertThat(StartCache.of(file.toString(), "mixed mode")).isEqualTo(StartCache.MISSING);
  }

  private Installation.Kind kind() {
    return Installation.of(home.toString()).kind();
  }

  private void facts(String text) throws IOException {
    Files.writeString(home.resolve(Installation.FACTS), text);
  }
}
