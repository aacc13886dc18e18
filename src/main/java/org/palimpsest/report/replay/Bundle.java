package org.palimpsest.report.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.FloatTiff;
import org.palimpsest.report.replay.BundleException.Reason;

/**
 * A replay bundle that was checked from end to end: every file is there with the length and digest
 * that the manifest states, and nothing else is. Nothing is unpacked to the disk.
 */
public final class Bundle implements AutoCloseable {
  /** A manifest of a hundred thousand exhibits fits. */
  private static final int LARGEST_MANIFEST = 64 << 20;

  private static final int LARGEST_FILE = 1 << 30;
  private static final int MOST_ENTRIES = 400_000;
  private static final Pattern SAFE = Pattern.compile("([a-z0-9_-]+/)?[A-Za-z0-9_.-]+");

  private final ZipFile zip;
  private final BundleManifest manifest;
  private final Map<String, BundleManifest.Entry> entries = new HashMap<>();
  private final JsonMapper json = RecordJson.mapper();

  private Bundle(ZipFile zip, BundleManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
    manifest.files().forEach(entry -> entries.put(entry.name(), entry));
  }

  /**
   * Opens a bundle and checks all of it.
   *
   * @throws BundleException naming the first file that is missing, surplus, unsafe or changed
   */
  public static Bundle open(Path file) throws BundleException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new BundleException(
          Reason.NOT_A_BUNDLE,
          "This is no replay bundle, or a damaged one: %s.".formatted(file),
          e);
    }
    try {
      checkNames(zip);
      BundleManifest manifest =
          BundleManifest.read(bytes(zip, BundleManifest.NAME, LARGEST_MANIFEST));
      Bundle bundle = new Bundle(zip, manifest);
      bundle.check();
      return bundle;
    } catch (BundleException | RuntimeException e) {
      try {
        zip.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static void checkNames(ZipFile zip) throws BundleException {
    if (zip.size() > MOST_ENTRIES) {
      throw new BundleException(
          Reason.TOO_LARGE,
          "The bundle claims %,d files, more than any report has.".formatted(zip.size()),
          null);
    }
    Set<String> seen = new HashSet<>();
    for (ZipEntry entry :
        (Iterable<ZipEntry>) () -> zip.stream().<ZipEntry>map(e -> e).iterator()) {
      String name = entry.getName();
      if (!SAFE.matcher(name).matches() || name.contains("..")) {
        throw new BundleException(
            Reason.UNSAFE_NAME,
            "The bundle holds a file whose name leads elsewhere: %s.".formatted(name),
            null);
      }
      if (!seen.add(name)) {
        throw new BundleException(
            Reason.SURPLUS, "The bundle holds two files named %s.".formatted(name), null);
      }
    }
    if (!seen.contains(BundleManifest.NAME)) {
      throw new BundleException(
          Reason.NOT_A_BUNDLE,
          "The archive has no manifest.json, so it is no replay bundle.",
          null);
    }
  }

  private void check() throws BundleException {
    for (ZipEntry entry :
        (Iterable<ZipEntry>) () -> zip.stream().<ZipEntry>map(e -> e).iterator()) {
      if (!entry.getName().equals(BundleManifest.NAME) && !entries.containsKey(entry.getName())) {
        throw new BundleException(
            Reason.SURPLUS,
            "The bundle holds a file that its manifest does not know: %s."
                .formatted(entry.getName()),
            null);
      }
    }
    for (BundleManifest.Entry entry : manifest.files()) {
      checked(entry);
    }
    for (BundleManifest.Item item : manifest.items()) {
      require(item.examination());
      if (item.map() != null) {
        require(item.map());
      }
    }
  }

  private BundleManifest.Entry require(String name) throws BundleException {
    BundleManifest.Entry entry = entries.get(name);
    if (entry == null) {
      throw new BundleException(
          Reason.MISSING, "The manifest speaks of %s and does not list it.".formatted(name), null);
    }
    return entry;
  }

  private byte[] checked(BundleManifest.Entry entry) throws BundleException {
    if (entry.bytes() < 0 || entry.bytes() > LARGEST_FILE) {
      throw tooLarge(entry.name());
    }
    byte[] bytes = bytes(zip, entry.name(), (int) entry.bytes());
    if (bytes.length != entry.bytes() || !Sha256.of(bytes).hex().equals(entry.sha256())) {
      throw new BundleException(
          Reason.CHANGED,
          "%s in the bundle was changed after it was written.".formatted(entry.name()),
          null);
    }
    return bytes;
  }

  /** The content of a file; one that is longer than stated is not read to its end. */
  private static byte[] bytes(ZipFile zip, String name, int most) throws BundleException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BundleException(
          Reason.MISSING, "%s is missing from the bundle.".formatted(name), null);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw tooLarge(name);
      }
      return bytes;
    } catch (ZipException e) {
      throw new BundleException(
          Reason.CHANGED, "%s in the bundle is damaged and cannot be unpacked.".formatted(name), e);
    } catch (IOException e) {
      throw new BundleException(
          Reason.UNREADABLE, "%s in the bundle cannot be read.".formatted(name), e);
    }
  }

  private static BundleException tooLarge(String name) {
    return new BundleException(
        Reason.TOO_LARGE,
        "%s in the bundle is larger than its manifest says or allows.".formatted(name),
        null);
  }

  public BundleManifest manifest() {
    return manifest;
  }

  public List<BundleManifest.Item> items() {
    return manifest.items();
  }

  /** Conditions and results of an exhibit, as they were reported. */
  public ExaminationRecord record(BundleManifest.Item item) throws BundleException {
    try {
      return json.readValue(checked(require(item.examination())), ExaminationRecord.class);
    } catch (IOException e) {
      throw new BundleException(
          Reason.UNREADABLE, "%s is no examination.".formatted(item.examination()), e);
    }
  }

  /**
   * The reported map of an exhibit.
   *
   * @param name its file in the bundle
   */
  public FloatMap map(String name) throws BundleException {
    try {
      return FloatTiff.decode(checked(require(name)));
    } catch (DecodeException e) {
      throw new BundleException(Reason.UNREADABLE, "%s is no map.".formatted(name), e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
