package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * A checkpoint as PyTorch wrote it before 1.6: five pickles (a magic number, the format's version,
 * the writer's word sizes, the content, the keys of the storages), then the storages in the order
 * of the keys, each as a number of elements and the elements. The format has no checksums.
 */
final class LegacyCheckpoint implements Storages {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;

  private final Object value;
  private final Map<String, MemorySegment> places;

  private LegacyCheckpoint(Object value, Map<String, MemorySegment> places) {
    this.value = value;
    this.places = places;
  }

  static LegacyCheckpoint read(MemorySegment file) throws FormatException {
    ByteReader in = new ByteReader(file, "it");
    if (!MAGIC.equals(preamble(in))) {
      throw new FormatException("FMT-50", "it is a pickle, but not one that PyTorch wrote.");
    }
    if (!(preamble(in) instanceof Long version) || version != VERSION) {
      throw new FormatException("FMT-36", "it states an unknown format version.");
    }
    if (!(preamble(in) instanceof PickleDict writer)
        || !Boolean.TRUE.equals(writer.get("little_endian"))) {
      throw new FormatException("FMT-36", "its numbers are not in little-endian order.");
    }
    Unpickler.Result content =
        Unpickler.read(in, new PickleGlobals(false), PickleLimits.ofCheckpoint());
    if (!(preamble(in) instanceof PickleList keys)) {
      throw storages("has no list of storages");
    }
    return new LegacyCheckpoint(content.value(), places(in, keys, content.storages()));
  }

  private static Object preamble(ByteReader in) throws FormatException {
    return Unpickler.read(in, new PickleGlobals(false), PickleLimits.ofPreamble()).value();
  }

  private static Map<String, MemorySegment> places(
      ByteReader in, PickleList keys, Map<String, StorageRef> stated) throws FormatException {
    Map<String, MemorySegment> places = new HashMap<>();
    for (Object key : keys.items()) {
      StorageRef storage = key instanceof String name ? stated.get(name) : null;
      if (storage == null) {
        throw storages("lists a storage that its content does not use");
      }
      if (in.i64() != storage.elements()) {
        throw storages("states two sizes for the storage " + shown(storage.key()));
      }
      if (places.putIfAbsent(storage.key(), in.slice(storage.bytes())) != null) {
        throw storages("lists the storage " + shown(storage.key()) + " twice");
      }
    }
    if (in.remaining() != 0) {
      throw storages("goes on behind its last storage");
    }
    return places;
  }

  @Override
  public Object value() {
    return value;
  }

  @Override
  public MemorySegment bytes(StorageRef storage) throws FormatException {
    MemorySegment bytes = places.get(storage.key());
    if (bytes == null) {
      throw storages("has no storage " + shown(storage.key()));
    }
    return bytes;
  }

  @Override
  public void verify(StorageRef storage) {
    // There is nothing to compare with.
  }

  private static FormatException storages(String what) {
    return new FormatException("FMT-55", "it " + what + ".");
  }
}
