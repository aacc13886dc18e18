package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.lang.foreign.MemorySegment;

/**
 * The header in front of an archive's entry, which must agree with the list of entries.
 *
 * @param data offset of the first byte behind it
 */
record LocalHeader(long data) {
  private static final int SIGNATURE = 0x04034b50;
  private static final int SIZES_FOLLOW = 1 << 3;

  /**
   * Reads and compares. A size or checksum of 0 is taken for unstated if the entry says that it
   * follows the data, as PyTorch's writer does.
   */
  static LocalHeader read(MemorySegment file, ArchiveEntry entry) throws FormatException {
    if (entry.header() > file.byteSize()) {
      throw disagrees(entry);
    }
    ByteReader header =
        new ByteReader(file.asSlice(entry.header()), "entry " + shown(entry.name()));
    if (header.i32() != SIGNATURE) {
      throw disagrees(entry);
    }
    header.skip(2);
    int flags = header.u16();
    int method = header.u16();
    header.skip(4);
    int checksum = header.i32();
    long packed = header.u32();
    long size = header.u32();
    int nameLength = header.u16();
    int extraLength = header.u16();
    String name = ArchiveEntry.name(header.bytes(nameLength));
    SizesIn64Bits sizes = new SizesIn64Bits(header.slice(extraLength));
    long realSize = sizes.orElse(size);
    long realPacked = sizes.orElse(packed);
    boolean follow = (flags & SIZES_FOLLOW) != 0;
    if (flags != entry.flags()
        || method != entry.method()
        || !name.equals(entry.name())
        || !agree(checksum, entry.checksum(), follow)
        || !agree(realPacked, entry.packed(), follow)
        || !agree(realSize, entry.size(), follow)
        || entry.packed() > header.remaining()) {
      throw disagrees(entry);
    }
    return new LocalHeader(entry.header() + header.position());
  }

  private static boolean agree(long here, long inList, boolean follow) {
    return here == inList || (follow && here == 0);
  }

  private static FormatException disagrees(ArchiveEntry entry) {
    return new FormatException(
        "FMT-31",
        "its archive is damaged: entry %s is not what the list of entries says."
            .formatted(shown(entry.name())));
  }
}
