package org.palimpsest.report.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.FloatTiff;
import org.palimpsest.registry.ModelCard;

/**
 * Writes a replay bundle, one exhibit in memory at a time: conditions and results of each, maps
 * without loss, model cards, and a manifest with the digest of every file.
 */
public final class BundleWriter implements AutoCloseable {
  private static final String READ_ME =
      """
      This bundle belongs to a report of Palimpsest. With the exhibits, the program and the model at
      hand, the command

          palimpsest replay BUNDLE --exhibits FOLDER

      computes every score and map again and says for each exhibit whether they agree.

      manifest.json   every file of this bundle with its length and SHA-256
      examinations/   conditions and results of each exhibit
      maps/           localization maps, 32-bit floating-point TIFF, one value per pixel
      models/         the cards of the models
      """;

  private final ZipOutputStream zip;
  private final JsonMapper json = RecordJson.mapper();
  private final List<BundleManifest.Entry> files = new ArrayList<>();
  private final List<BundleManifest.Item> items = new ArrayList<>();

  /** Begins a bundle. */
  public BundleWriter(OutputStream out) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put("README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds an examined exhibit.
   *
   * @param record already without its sources where they are protected; its metadata are left out
   * @param map null for none
   */
  public void add(int item, ExaminationRecord record, @Nullable FloatMap map) throws IOException {
    String stem = String.format(Locale.ROOT, "exhibit-%05d", item);
    String examination = "examinations/" + stem + ".json";
    put(examination, json.writeValueAsBytes(withoutMetadata(record)));
    String name = null;
    if (map != null) {
      name = "maps/" + stem + ".tiff";
      put(name, FloatTiff.encode(map));
    }
    items.add(new BundleManifest.Item(item, examination, name));
  }

  /** Adds the card of a model. */
  public void add(ModelCard card) throws IOException {
    String name = "models/%s-%s.json".formatted(card.name(), card.weightsSha256().substring(0, 16));
    put(name, card.toJson().getBytes(StandardCharsets.UTF_8));
  }

  /** How many maps were added. */
  public int maps() {
    return (int) items.stream().filter(item -> item.map() != null).count();
  }

  /**
   * Writes the manifest, which ends the bundle.
   *
   * @return SHA-256 of the manifest
   */
  public Sha256 finish(
      String program, Instant at, String caseNumber, int reportVersion, boolean sourcesProtected)
      throws IOException {
    BundleManifest manifest =
        new BundleManifest(
            BundleManifest.FORMAT,
            program,
            at,
            caseNumber,
            reportVersion,
            sourcesProtected,
            items,
            files,
            "");
    byte[] bytes = manifest.sealed();
    entry(BundleManifest.NAME, bytes);
    zip.finish();
    return Sha256.of(bytes);
  }

  private static ExaminationRecord withoutMetadata(ExaminationRecord record) {
    return new ExaminationRecord(
        record.file(),
        record.picture(),
        null,
        record.conditions(),
        record.measurement(),
        record.verdict(),
        record.seconds(),
        record.versions(),
        record.at(),
        record.commandLine());
  }

  private void put(String name, byte[] bytes) throws IOException {
    files.add(new BundleManifest.Entry(name, bytes.length, Sha256.of(bytes).hex()));
    entry(name, bytes);
  }

  private void entry(String name, byte[] bytes) throws IOException {
    // Maps are compressed already.
    zip.setLevel(name.endsWith(".tiff") ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
