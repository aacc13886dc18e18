package org.palimpsest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
  /** The example in FIPS 180-4's companion document. */
  @Test
  void digestOfAbcIsTheStandardsExample() {
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void digestOfAFileIsThatOfItsBytes(@TempDir Path folder) throws IOException {
    byte[] bytes = new byte[3_000_001];
    bytes[2_999_999] = 5;
    Path file = Files.write(folder.resolve("large"), bytes);
    assertThat(Sha256.of(file)).isEqualTo(Sha256.of(bytes)).isNotEqualTo(Sha256.of(new byte[3]));
  }

  @Test
  void onlySixtyFourLowerCaseDigitsAreADigest() {
    assertThatThrownBy(() -> new Sha256("AB".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sha256("ab")).isInstanceOf(IllegalArgumentException.class);
  }
}
