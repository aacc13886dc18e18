package org.palimpsest.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.DecodedImage;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.OddFiles;

/**
 * What becomes of broken, hostile and unusual files: read, and with which note, or refused, and
 * with which code. Every file is taken as evidence, decoded, and its metadata read.
 */
class OutcomesTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Kind | outcome | notes; lines that begin with # are comments. */
  private static final String TABLE = "outcomes.txt";

  private static final Map<String, byte[]> FILES = OddFiles.all();

  @TempDir private Path folder;

  @Test
  void everyKindEndsAsTheTableSays() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    table()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> expected.put(line.substring(0, line.indexOf(" |")), line));
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      Path path = Files.write(folder.resolve("a"), file.getValue());
      long start = System.nanoTime();
      found.put(file.getKey(), "%s | %s".formatted(file.getKey(), outcome(path)).strip());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(file.getKey()).isLessThan(LONGEST);
    }
    assertThat(String.join("\n", found.values())).isEqualTo(String.join("\n", expected.values()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines.jpg",
        "tab\t.jpg",
        "-rf.jpg",
        "$(id)`x`;&|.jpg",
        "a\u202egpj.jpg",
        "é名📷.jpg",
        "quote'\".jpg",
        "%2e%2e%2f.jpg",
        " .jpg",
        "<b>.jpg"
      })
  void oddNamesAreNoObstacle(String name) throws Exception {
    Path path = Files.write(folder.resolve(name), FILES.get("jpeg sound"));
    Evidence evidence = Evidence.take(path);
    assertThat(evidence.misnamed()).isFalse();
    assertThat(ImageDecoder.decode(evidence.bytes()).pixels().width()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png sound", "gif sound", "bmp sound", "webp sound", "psd sound"})
  void aNameThatPromisesAnotherTypeIsSaidAndTheContentCounts(String kind) throws Exception {
    Path path = Files.write(folder.resolve("a.jpg"), FILES.get(kind));
    Evidence evidence = Evidence.take(path);
    assertThat(evidence.misnamed()).isTrue();
    assertThat(ImageDecoder.decode(evidence.bytes()).format())
        .isEqualToIgnoringCase(kind.substring(0, kind.indexOf(' ')));
  }

  private static String table() throws IOException {
    try (InputStream in = OutcomesTest.class.getResourceAsStream(TABLE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String outcome(Path path) {
    try {
      Evidence evidence = Evidence.take(path);
      ExhibitMetadata metadata = ExhibitMetadata.of(evidence, 1, 1);
      assertThat(metadata.credentials()).isNotNull();
      DecodedImage image = ImageDecoder.decode(evidence.bytes(), null);
      assertThat(image.pixels().rgb())
          .hasSize(image.pixels().width() * image.pixels().height() * 3);
      return "%d x %d | %s"
          .formatted(
              image.pixels().width(), image.pixels().height(), String.join(" ", image.notes()));
    } catch (EvidenceException e) {
      return e.code();
    } catch (DecodeException e) {
      return e.code();
    }
  }
}
