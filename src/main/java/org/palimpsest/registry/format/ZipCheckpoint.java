package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * A checkpoint as PyTorch writes it since 1.6, and a TorchScript archive: a zip with a folder that
 * holds {@code data.pkl} and one stored entry per storage, {@code data/KEY}.
 *
 * <p>The checksum of every entry that is interpreted is compared at once, those of the storages
 * only by {@link #verify}, since that reads the whole file.
 */
final class ZipCheckpoint implements Storages {
  private static final String PICKLE = "data.pkl";
  private static final int NEWEST_VERSION = 10;
  private static final int SHORT_ENTRY = 64;

  private final Archive archive;
  private final String root;
  private final Object value;

  private ZipCheckpoint(Archive archive, String root) throws FormatException {
    this.archive = archive;
    this.root = root;
    ByteReader in = new ByteReader(archive.verified(root + PICKLE), "its pickle");
    this.value =
        Unpickler.read(in, new PickleGlobals(isScript()), PickleLimits.ofCheckpoint()).value();
    if (in.remaining() != 0) {
      throw Unpickler.malformed("goes on behind its end", in.position());
    }
  }

  static ZipCheckpoint read(MemorySegment file) throws FormatException {
    Archive archive = Archive.read(file);
    String root = root(archive);
    checkByteOrder(archive, root + "byteorder");
    checkVersion(archive, root + "version");
    return new ZipCheckpoint(archive, root);
  }

  private static String root(Archive archive) throws FormatException {
    String found = null;
    for (String name : archive.names()) {
      if (name.endsWith("/" + PICKLE) && name.indexOf('/') == name.length() - PICKLE.length() - 1) {
        if (found != null) {
          throw new FormatException("FMT-35", "it has two pickles.");
        }
        found = name;
      }
    }
    if (found == null) {
      throw new FormatException("FMT-35", "it is a zip archive without PyTorch's data.pkl.");
    }
    return found.substring(0, found.length() - PICKLE.length());
  }

  private static void checkByteOrder(Archive archive, String name) throws FormatException {
    if (archive.names().contains(name) && !text(archive, name).equals("little")) {
      throw new FormatException("FMT-36", "its numbers are not in little-endian order.");
    }
  }

  private static void checkVersion(Archive archive, String name) throws FormatException {
    if (archive.names().contains(name)) {
      String version = text(archive, name).strip();
      if (!version.matches("[0-9]{1,4}") || Integer.parseInt(version) > NEWEST_VERSION) {
        throw new FormatException(
            "FMT-36", "it states the unknown format version %s.".formatted(shown(version)));
      }
    }
  }

  private static String text(Archive archive, String name) throws FormatException {
    MemorySegment bytes = archive.verified(name);
    if (bytes.byteSize() > SHORT_ENTRY) {
      throw new FormatException("FMT-36", "its entry %s is too long.".formatted(shown(name)));
    }
    return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.US_ASCII);
  }

  /** Whether it is a TorchScript archive, which has the constants of a program. */
  boolean isScript() {
    return archive.names().contains(root + "constants.pkl");
  }

  @Override
  public Object value() {
    return value;
  }

  @Override
  public MemorySegment bytes(StorageRef storage) throws FormatException {
    MemorySegment bytes = archive.stored(entry(storage));
    if (bytes.byteSize() != storage.bytes()) {
      throw new FormatException(
          "FMT-52",
          "its storage %s has %d bytes where its pickle states %d."
              .formatted(shown(storage.key()), bytes.byteSize(), storage.bytes()));
    }
    return bytes;
  }

  @Override
  public void verify(StorageRef storage) throws FormatException {
    archive.verified(entry(storage));
  }

  private String entry(StorageRef storage) {
    return root + "data/" + storage.key();
  }
}
