package org.palimpsest.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files written for one image, relative to the output folder, with forward slashes.
 *
 * @param overlay the image with its heat map, PNG
 * @param map the lossless map, 32-bit floating-point TIFF
 * @param thumbnail the image made small, JPEG
 * @param overlayThumbnail the overlay made small, JPEG
 * @param truthThumbnail hits and misses against the ground truth, made small; null without one
 */
record Artefacts(
    String overlay,
    String map,
    String thumbnail,
    String overlayThumbnail,
    @Nullable String truthThumbnail) {
  Stream<Path> in(Path folder) {
    return Stream.of(overlay, map, thumbnail, overlayThumbnail, truthThumbnail)
        .filter(Objects::nonNull)
        .map(name -> folder.resolve(name).normalize())
        .filter(path -> path.startsWith(folder.normalize()));
  }

  boolean existIn(Path folder) {
    return in(folder).allMatch(Files::isRegularFile);
  }
}
