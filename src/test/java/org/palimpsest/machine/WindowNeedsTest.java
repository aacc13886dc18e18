package org.palimpsest.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowNeedsTest {
  private static final Set<String> LIBRARIES = Set.of("libgtk-3.so.0", "libpangoft2-1.0.so.0");
  private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

  private final Fonts fonts;

  WindowNeedsTest(@TempDir Path folder) throws IOException {
    Path family = Files.createDirectories(folder.resolve("truetype/one"));
    Files.createFile(family.resolve("README"));
    Files.createFile(family.resolve("One.TTF"));
    fonts = new Fonts(List.of(folder.resolve("missing"), folder));
  }

  @Test
  void aMachineThatHasAllIsLetThrough() {
    WindowNeeds needs = new WindowNeeds(true, false, DISPLAY, LIBRARIES::contains, fonts);
    assertThat(needs.all()).hasSize(4).allMatch(WindowNeed::met);
    assertThatCode(needs::demand).doesNotThrowAnyException();
  }

  @Test
  void withoutADisplayTheVerbsAreNamed() {
    StartException refused =
        refusal(new WindowNeeds(true, false, Map.of(), LIBRARIES::contains, fonts));
    assertThat(refused.code()).isEqualTo("WIN-01");
    assertThat(refused).hasMessageContaining("DISPLAY").hasMessageContaining("palimpsest --help");
  }

  @Test
  void aMissingLibraryIsNamedWithThePackageThatHasIt() {
    StartException gtk =
        refusal(
            new WindowNeeds(true, false, DISPLAY, Set.of("libpangoft2-1.0.so.0")::contains, fonts));
    assertThat(gtk.code()).isEqualTo("WIN-02");
    assertThat(gtk).hasMessageContaining("apt install libgtk-3-0t64");
    StartException pango =
        refusal(new WindowNeeds(true, false, DISPLAY, Set.of("libgtk-3.so.0")::contains, fonts));
    assertThat(pango.code()).isEqualTo("WIN-03");
    assertThat(pango).hasMessageContaining("libpangoft2-1.0-0");
  }

  @Test
  void withoutFontsTheFoldersAreNamed(@TempDir Path empty) {
    StartException refused =
        refusal(
            new WindowNeeds(true, false, DISPLAY, LIBRARIES::contains, new Fonts(List.of(empty))));
    assertThat(refused.code()).isEqualTo("WIN-04");
    assertThat(refused).hasMessageContaining(empty.toString());
  }

  @Test
  void aWindowWithoutADisplayNeedsPangoAndFontsOnly() {
    WindowNeeds needs =
        new WindowNeeds(true, true, Map.of(), Set.of("libpangoft2-1.0.so.0")::contains, fonts);
    assertThat(needs.all()).extracting(WindowNeed::code).containsExactly("WIN-03", "WIN-04");
    assertThatCode(needs::demand).doesNotThrowAnyException();
  }

  @Test
  void otherSystemsBringAllOfIt() {
    assertThat(new WindowNeeds(false, false, Map.of(), name -> false, fonts).all()).isEmpty();
  }

  @Test
  void fontsOfAUserAreFoundWhereTheConventionHasThem() {
    assertThat(Fonts.of(Map.of("XDG_DATA_HOME", "/d"), "/h").folders())
        .contains(Path.of("/d/fonts"), Path.of("/h/.fonts"));
  }

  private static StartException refusal(WindowNeeds needs) {
    return catchThrowableOfType(StartException.class, needs::demand);
  }
}
