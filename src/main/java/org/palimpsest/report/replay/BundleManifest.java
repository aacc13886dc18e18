package org.palimpsest.report.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.report.replay.BundleException.Reason;

/**
 * What a bundle holds. Its own digest is computed with the field {@code self_sha256} made of 64
 * zeros, so that a change of the manifest is noticed without help from outside.
 *
 * @param format version of the bundle's format
 * @param program that wrote it
 * @param at when
 * @param caseNumber of the case, as the report states it
 * @param reportVersion of the report it goes with
 * @param sourcesProtected whether paths and names were redacted
 * @param items examined exhibits, in the order of the report
 * @param files every other file of the bundle
 * @param selfSha256 digest of the manifest
 */
public record BundleManifest(
    int format,
    String program,
    Instant at,
    String caseNumber,
    int reportVersion,
    boolean sourcesProtected,
    List<Item> items,
    List<Entry> files,
    String selfSha256) {
  /** The format that this program writes. */
  static final int FORMAT = 1;

  static final String NAME = "manifest.json";
  private static final String ZEROS = "0".repeat(64);

  public BundleManifest {
    items = List.copyOf(items);
    files = List.copyOf(files);
  }

  /**
   * An examined exhibit.
   *
   * @param item its number in the case
   * @param examination file with conditions and results
   * @param map file with the localization map; null where the report does not describe the exhibit
   *     in full
   */
  public record Item(int item, String examination, @Nullable String map) {}

  /** A file of the bundle with its length and digest. */
  public record Entry(String name, long bytes, String sha256) {}

  /** The manifest as it is stored, with its digest filled in. */
  byte[] sealed() {
    String open = json(with(ZEROS));
    String digest = Sha256.of(open.getBytes(StandardCharsets.UTF_8)).hex();
    return json(with(digest)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a stored manifest.
   *
   * @throws BundleException if it is none, or not as it was written
   */
  static BundleManifest read(byte[] bytes) throws BundleException {
    BundleManifest manifest;
    try {
      manifest = mapper().readValue(bytes, BundleManifest.class);
    } catch (java.io.IOException e) {
      throw new BundleException(
          Reason.CHANGED, "The bundle's " + NAME + " is damaged: it cannot be read.", e);
    }
    if (manifest.format > FORMAT) {
      throw new BundleException(
          Reason.NEWER,
          "The bundle was written by a later version (format %d, this one reads %d)."
              .formatted(manifest.format, FORMAT),
          null);
    }
    // Compared byte by byte: a change that means the same to a JSON reader is a change.
    if (!java.util.Arrays.equals(manifest.with(ZEROS).sealed(), bytes)) {
      throw new BundleException(
          Reason.CHANGED, "The bundle's " + NAME + " was changed after it was written.", null);
    }
    return manifest;
  }

  private BundleManifest with(String digest) {
    return new BundleManifest(
        format, program, at, caseNumber, reportVersion, sourcesProtected, items, files, digest);
  }

  private static JsonMapper mapper() {
    return RecordJson.mapper();
  }

  private static String json(BundleManifest manifest) {
    try {
      return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A manifest of plain values can always be written", e);
    }
  }
}
