package org.palimpsest.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose data folder it is. */
class DataFolderTest {
  @TempDir private Path data;

  @Test
  void aNewFolderIsMarkedAndTakenAgain() throws Exception {
    layout("1.0").claim();
    assertThat(marker()).content().isEqualTo("layout=1\nversion=1.0\n");
    layout("1.1").claim();
    assertThat(marker()).content().contains("version=1.0");
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aNewerArrangementIsRefusedAndLeftAlone() throws IOException {
    Files.writeString(marker(), "layout=2\nversion=3.4\n");
    StartException refused = catchThrowableOfType(StartException.class, layout("1.0")::claim);
    assertThat(refused.code()).isEqualTo("STA-03");
    assertThat(refused)
        .hasMessageContaining("Palimpsest 3.4; this is 1.0")
        .hasMessageContaining(data.toString());
    assertThat(marker()).content().isEqualTo("layout=2\nversion=3.4\n");
  }

  @Test
  void aMarkerThatCannotBeReadIsNoLicenceToWrite() throws IOException {
    for (String damaged : new String[] {"", "layout=new", "layout=\\u00", "\0\0"}) {
      Files.writeString(marker(), damaged);
      StartException refused = catchThrowableOfType(StartException.class, layout("1.0")::claim);
      assertThat(refused).as(damaged).isNotNull();
      assertThat(refused.code()).isEqualTo("STA-03");
    }
  }

  @Test
  void aFolderThatIsGoneIsASentence() {
    StartException refused =
        catchThrowableOfType(
            StartException.class, new DataLayout(data.resolve("gone"), "1.0")::claim);
    assertThat(refused.code()).isEqualTo("STA-02");
  }

  private DataLayout layout(String version) {
    return new DataLayout(data, version);
  }

  private Path marker() {
    return data.resolve("layout.properties");
  }
}
