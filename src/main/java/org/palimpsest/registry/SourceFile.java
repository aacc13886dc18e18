package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.evidence.VisibleName;

/**
 * A file that a model is made of, known by its content.
 *
 * @param size in bytes
 */
record SourceFile(Path path, long size, Sha256 sha256) {
  /**
   * Hashes a file before anything else is done with it.
   *
   * @param expected the digest it must have; null: any
   * @throws ModelException if it has another, or cannot be read
   */
  static SourceFile of(Path path, @Nullable Sha256 expected) throws ModelException {
    SourceFile file;
    try {
      file = new SourceFile(path, Files.size(path), Sha256.of(path));
    } catch (IOException e) {
      throw new ModelException("MOD-31", "%s is missing or cannot be read.".formatted(path), e);
    }
    if (expected != null && !expected.equals(file.sha256)) {
      throw new ModelException(
          "MOD-30",
          "%s is not the file expected: SHA-256 %s, expected %s."
              .formatted(path, file.sha256, expected));
    }
    return file;
  }

  /** For a card: name, size and digest, without the folder, which says something of the user. */
  String words() {
    Path name = path.getFileName();
    return "%s (%d bytes, SHA-256 %s)"
        .formatted(VisibleName.of(name == null ? "a file" : name.toString()), size, sha256);
  }
}
