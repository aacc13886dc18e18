package org.palimpsest.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.ofThisVersion();

  @Test
  void itNamesTheReferenceCheckpointAndWhatAnUntrainedNetworkNeeds() {
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::name)
        .containsExactly("maskclip-opensdi-sd15", "clip-vit-l-14", "mae-vit-b-16");
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::part)
        .containsExactly(null, "--clip", "--mae");
  }

  @Test
  void everyEntryIsFetchedEncryptedAndSaysWhatIsKnown() {
    assertThat(catalogue.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.address()).hasScheme("https").hasNoQuery();
              assertThat(entry.address().getPath()).endsWith("/" + entry.file());
              assertThat(entry.size()).isGreaterThan(300_000_000);
              assertThat(entry.measured()).isNotEmpty();
            });
  }

  @Test
  void theAddressOfClipHoldsItsDigest() throws Exception {
    CatalogueEntry clip = catalogue.find("clip-vit-l-14");
    assertThat(clip.address().getPath()).contains(clip.digest().hex());
  }

  @Test
  void aNameOccursOnce() {
    CatalogueEntry entry = catalogue.entries().getFirst();
    assertThatThrownBy(() -> new Catalogue(List.of(entry, entry)))
        .hasMessageContaining("twice in the catalogue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", "..", ".hidden", "a\\b", "c:x"})
  void aFileNameLeadsIntoNoOtherFolder(String file) {
    assertThatThrownBy(() -> entry(file, 1, "0".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sizeAndDigestMustBePossible() {
    assertThatThrownBy(() -> entry("f", 0, "0".repeat(64))).hasMessageContaining("0 bytes");
    assertThatThrownBy(() -> entry("f", 1, "0".repeat(8))).hasMessageContaining("64 lower-case");
  }

  private static CatalogueEntry entry(String file, long size, String sha256) {
    return new CatalogueEntry(
        "name",
        "title",
        URI.create("https://example.org/f"),
        file,
        size,
        sha256,
        "licence",
        "origin",
        "data",
        null,
        List.of());
  }
}
