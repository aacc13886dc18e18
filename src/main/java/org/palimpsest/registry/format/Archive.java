package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.zip.CRC32;

/**
 * A zip archive whose entries of interest are stored as they are, read in place.
 *
 * <p>Checked at once: the end records, the list of entries, the header in front of every entry, and
 * that no two entries share a byte. Nothing is ever decompressed; a compressed entry may exist but
 * cannot be had. Checksums are compared when asked for.
 */
final class Archive {
  /** More entries than this are refused; the full-size network has below 1,000. */
  static final int MAX_ENTRIES = 100_000;

  private static final int ENCRYPTED = 1;
  private static final int CHUNK = 1 << 30;

  private final SequencedMap<String, Place> places;

  private record Place(ArchiveEntry entry, MemorySegment bytes) {}

  private Archive(SequencedMap<String, Place> places) {
    this.places = places;
  }

  static Archive read(MemorySegment file) throws FormatException {
    EndOfArchive end = EndOfArchive.read(file);
    if (end.entries() < 0
        || end.entries() > MAX_ENTRIES
        || end.entries() * ArchiveEntry.LENGTH > end.size()) {
      throw new FormatException(
          "FMT-31",
          "its archive is damaged: it claims %s entries."
              .formatted(Long.toUnsignedString(end.entries())));
    }
    ByteReader list = new ByteReader(file.asSlice(end.offset(), end.size()), "its list of entries");
    SequencedMap<String, Place> places = new LinkedHashMap<>();
    for (long i = 0; i < end.entries(); i++) {
      ArchiveEntry entry = ArchiveEntry.read(list);
      long data = LocalHeader.read(file, entry).data();
      Place place = new Place(entry, file.asSlice(data, entry.packed()));
      if (places.putIfAbsent(entry.name(), place) != null) {
        throw new FormatException(
            "FMT-31",
            "its archive is damaged: entry %s occurs twice.".formatted(shown(entry.name())));
      }
    }
    if (list.remaining() != 0) {
      throw new FormatException(
          "FMT-31", "its archive is damaged: its list is longer than its entries.");
    }
    checkThatNoneOverlap(places, end.offset(), file);
    return new Archive(places);
  }

  private static void checkThatNoneOverlap(
      SequencedMap<String, Place> places, long limit, MemorySegment file) throws FormatException {
    List<Place> inOrder = new ArrayList<>(places.values());
    inOrder.sort(Comparator.comparingLong(place -> place.entry().header()));
    long reached = 0;
    for (Place place : inOrder) {
      long end = place.bytes().address() - file.address() + place.bytes().byteSize();
      if (place.entry().header() < reached || end > limit) {
        throw new FormatException(
            "FMT-33",
            "its archive is damaged: entry %s overlaps another part of it."
                .formatted(shown(place.entry().name())));
      }
      reached = end;
    }
  }

  /** All names, in the order of the list. */
  SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(places.sequencedKeySet());
  }

  /**
   * The content of an entry, in place.
   *
   * @throws FormatException if there is none of that name, or it is compressed or encrypted
   */
  MemorySegment stored(String name) throws FormatException {
    return place(name).bytes();
  }

  /**
   * The content of an entry, in place, after its checksum was compared.
   *
   * @throws FormatException also if the checksum differs
   */
  MemorySegment verified(String name) throws FormatException {
    Place place = place(name);
    CRC32 checksum = new CRC32();
    for (long from = 0; from < place.bytes().byteSize(); from += CHUNK) {
      long length = Math.min(CHUNK, place.bytes().byteSize() - from);
      checksum.update(place.bytes().asSlice(from, length).asByteBuffer());
    }
    if ((int) checksum.getValue() != place.entry().checksum()) {
      throw new FormatException(
          "FMT-34", "its entry %s is damaged: the checksum differs.".formatted(shown(name)));
    }
    return place.bytes();
  }

  private Place place(String name) throws FormatException {
    Place place = places.get(name);
    if (place == null) {
      throw new FormatException("FMT-35", "it has no entry %s.".formatted(shown(name)));
    }
    ArchiveEntry entry = place.entry();
    if (entry.method() != 0 || entry.packed() != entry.size() || (entry.flags() & ENCRYPTED) != 0) {
      throw new FormatException(
          "FMT-32",
          "its entry %s is compressed or encrypted, which PyTorch never does."
              .formatted(shown(name)));
    }
    return place;
  }
}
