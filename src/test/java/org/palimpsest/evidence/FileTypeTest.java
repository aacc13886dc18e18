package org.palimpsest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
  @ParameterizedTest
  @CsvSource({
    "ffd8ffe000104a464946, JPEG",
    "89504e470d0a1a0a0000000d, PNG",
    "49492a0008000000, TIFF",
    "4d4d002a00000008, TIFF",
    "49492b0008000000, TIFF",
    "524946462400000057454250, WEBP",
    "474946383961, GIF",
    "474946383761, GIF",
    "424d3a000000000000003600000028000000, BMP",
    "384250530001, PSD",
    "0000001c66747970686569630000000068656963, HEIC",
    "0000001c667479706d69663100000000686569636d696631, HEIC",
    "0000001c667479706d696631000000006d69663161766966, AVIF",
    "000000146674797069736f6d0000000069736f6d, UNKNOWN",
    "424d20697320612074657874207769746820424d, UNKNOWN",
    "524946462400000057415645, UNKNOWN",
    "ffd8, UNKNOWN",
    "00, UNKNOWN"
  })
  void typeIsToldByTheFirstBytes(String hex, FileType type) {
    assertThat(FileType.of(HexFormat.of().parseHex(hex))).isEqualTo(type);
  }

  @Test
  void textIsUnknown() {
    assertThat(FileType.of("<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileType.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "JPEG, a.jpg, false",
    "JPEG, a.JPEG, false",
    "JPEG, a.jpg.png, true",
    "JPEG, a.txt, true",
    "JPEG, noextension, false",
    "JPEG, .hidden, false",
    "TIFF, raw.NEF, false",
    "UNKNOWN, a.jpg, true",
    "UNKNOWN, a.txt, false",
    "PNG, a., false"
  })
  void nameDisagreesWhenItPromisesAnotherType(FileType type, String name, boolean disagrees) {
    assertThat(type.disagreesWith(Path.of("folder.png", name))).isEqualTo(disagrees);
  }
}
