package org.palimpsest.report;

import java.nio.file.Path;

/** Names of written files: readable, short enough and harmless on every system. */
final class OutputNames {
  private static final int LONGEST = 60;

  private OutputNames() {}

  /**
   * A file's name without its extension, every character but ASCII letters, digits, dash and
   * underscore replaced, at most 60 long, followed by the first sixteen digits of its digest: with
   * fewer, another file with the same ones could be made on purpose.
   */
  static String stem(Path file, String sha256) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    StringBuilder harmless = new StringBuilder();
    stem.codePoints()
        .limit(LONGEST)
        .forEach(character -> harmless.append(isHarmless(character) ? (char) character : '_'));
    return harmless + "-" + sha256.substring(0, 16);
  }

  private static boolean isHarmless(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '_';
  }
}
