package org.palimpsest.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void theBuildKnowsItsVersions() {
    BuildFacts facts = BuildFacts.read();
    assertThat(facts.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(facts.djl()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(facts.libtorch()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void theProgramsModelsComeBeforeTheUsers() {
    Path data = Path.of("/data");
    AppDirectories directories = new AppDirectories(data, Path.of("/cache"), Path.of("/log"));
    assertThat(ModelFolders.of("/opt/palimpsest", directories))
        .containsExactly(Path.of("/opt/palimpsest/models"), Path.of("/data/models"));
    assertThat(ModelFolders.of(null, directories))
        .containsExactly(Path.of("models").toAbsolutePath(), Path.of("/data/models"));
  }
}
