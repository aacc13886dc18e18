package org.palimpsest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  @TempDir private Path folder;

  @Test
  void whatIsSavedIsReadAgain() throws IOException {
    Settings settings =
        Settings.initial()
            .withTheme(Theme.DARK)
            .withLanguage("de")
            .withExaminer("Ä. Müller")
            .withExamination("maskclip-compact", "tiles", "cpu", null)
            .withRecent("/pictures/a b.jpg")
            .withTourSeen(true)
            .withPlacement(new WindowPlacement(10, 20, 900, 700, false, 0.25, 0.75));
    store().save(settings);
    assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(settings, null));
    assertThat(Files.readString(file())).contains("\"theme\" : \"dark\"", "Ä. Müller");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void beforeTheFirstUseThereAreTheInitialSettings() {
    assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(Settings.initial(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1, 2]", "{\"theme\": \"purple\"}", "null trailing", "\u0000\u0001"})
  void aDamagedFileIsKeptAsideAndSaid(String text) throws IOException {
    Files.writeString(file(), text);
    SettingsStore.Loaded loaded = store().load();
    assertThat(loaded.settings()).isEqualTo(Settings.initial());
    assertThat(loaded.keptAside()).isEqualTo(folder.resolve("settings.json.unreadable"));
    assertThat(folder.resolve("settings.json.unreadable")).hasContent(text);
    assertThat(file()).doesNotExist();
  }

  @Test
  void aSecondDamagedFileDoesNotReplaceTheFirst() throws IOException {
    Files.writeString(file(), "first");
    store().load();
    Files.writeString(file(), "second");
    store().load();
    assertThat(folder.resolve("settings.json.unreadable")).hasContent("first");
    assertThat(folder.resolve("settings.json.unreadable-2")).hasContent("second");
  }

  @Test
  void aFileOfAnotherVersionIsReadAsFarAsItGoes() throws IOException {
    Files.writeString(file(), "{\"theme\": \"light\", \"colour_of_the_moon\": 3}");
    SettingsStore.Loaded loaded = store().load();
    assertThat(loaded.keptAside()).isNull();
    assertThat(loaded.settings()).isEqualTo(Settings.initial().withTheme(Theme.LIGHT));
  }

  @Test
  void whatCannotBeStoredLeavesTheOldFile() throws IOException {
    store().save(Settings.initial().withTheme(Theme.DARK));
    SettingsStore gone = new SettingsStore(folder.resolve("missing/settings.json"));
    assertThatThrownBy(() -> gone.save(Settings.initial())).isInstanceOf(IOException.class);
    assertThat(store().load().settings().theme()).isEqualTo(Theme.DARK);
  }

  @Test
  void recentItemsAreNewestFirstEachOnceAndNotTooMany() {
    Settings settings = Settings.initial();
    for (int i = 0; i < 20; i++) {
      settings = settings.withRecent("/folder/" + i);
    }
    settings = settings.withRecent("/folder/15");
    assertThat(settings.recent())
        .hasSize(Settings.RECENT)
        .doesNotHaveDuplicates()
        .startsWith("/folder/15", "/folder/19", "/folder/18");
  }

  private Path file() {
    return folder.resolve("settings.json");
  }

  private SettingsStore store() {
    return new SettingsStore(file());
  }
}
