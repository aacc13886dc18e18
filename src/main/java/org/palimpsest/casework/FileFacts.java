package org.palimpsest.casework;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.JpegQuality;

/**
 * An examined file as it was read.
 *
 * @param path where it was, as the user or the folder named it
 * @param sha256 digest of the very bytes that were examined, 64 hexadecimal digits
 * @param bytes length of the file
 * @param type type told by its first bytes
 * @param misnamed whether its name promises another type
 * @param jpegQuality quality on the IJG scale whose luma table comes nearest, 1..100; null where
 *     the file is no JPEG or carries no table
 */
public record FileFacts(
    String path,
    String sha256,
    long bytes,
    String type,
    boolean misnamed,
    @Nullable Integer jpegQuality) {
  static FileFacts of(Evidence evidence) {
    return new FileFacts(
        evidence.path().toString(),
        evidence.sha256().hex(),
        evidence.bytes().length,
        evidence.type().name(),
        evidence.misnamed(),
        JpegQuality.estimate(evidence.bytes()).orElse(null));
  }

  /** The facts of the same picture after it was saved as JPEG again, or not saved at all. */
  FileFacts savedAgain(boolean asJpeg, @Nullable Integer quality) {
    return new FileFacts(path, sha256, bytes, asJpeg ? "JPEG" : type, misnamed, quality);
  }

  /** The last part of the path. */
  public String name() {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }
}
