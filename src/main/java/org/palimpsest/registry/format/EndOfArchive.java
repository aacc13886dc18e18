package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;

/**
 * The records at the end of a zip archive, which say where its list of entries lies (<a
 * href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">format</a>, 4.3.14 to 4.3.16).
 * They must follow that list without a gap, and nothing may follow them: PyTorch writes it so, and
 * a gap or a comment can hide a second set of records, which another reader might find.
 *
 * @param offset first byte of the list
 * @param size bytes of the list
 * @param entries how many entries it has
 */
record EndOfArchive(long offset, long size, long entries) {
  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int BIG_SIGNATURE = 0x06064b50;
  private static final int BIG_LENGTH = 56;
  private static final int UNSTATED_16 = 0xffff;
  private static final long UNSTATED_32 = 0xffffffffL;

  static EndOfArchive read(MemorySegment file) throws FormatException {
    long start = file.byteSize() - LENGTH;
    if (start < 0) {
      throw damaged("it is too short");
    }
    ByteReader end = reader(file, start);
    if (end.i32() != SIGNATURE) {
      throw damaged("it does not end with the record that ends an archive");
    }
    boolean whole = end.i32() == 0;
    int entriesHere = end.u16();
    int entries = end.u16();
    long size = end.u32();
    long offset = end.u32();
    if (end.u16() != 0) {
      throw damaged("it has a comment");
    }
    if (!whole || entriesHere != entries) {
      throw damaged("it is one part of several");
    }
    EndOfArchive plain = new EndOfArchive(offset, size, entries);
    return big(file, start, plain);
  }

  /** The 64-bit record where there is one, which must not contradict the plain one. */
  private static EndOfArchive big(MemorySegment file, long start, EndOfArchive plain)
      throws FormatException {
    long locatorStart = start - LOCATOR_LENGTH;
    ByteReader locator = locatorStart < 0 ? null : reader(file, locatorStart);
    if (locator == null || locator.i32() != LOCATOR_SIGNATURE) {
      return plain.checked(start);
    }
    locator.skip(4);
    long bigStart = locator.i64();
    if (bigStart < 0 || bigStart != locatorStart - BIG_LENGTH) {
      throw damaged("its 64-bit end record is not at its end");
    }
    ByteReader end = reader(file, bigStart);
    if (end.i32() != BIG_SIGNATURE) {
      throw damaged("its 64-bit end record is missing");
    }
    end.skip(12);
    boolean whole = end.i64() == 0;
    long entriesHere = end.i64();
    long entries = end.i64();
    long size = end.i64();
    EndOfArchive big = new EndOfArchive(end.i64(), size, entries);
    if (!whole || entriesHere != entries) {
      throw damaged("it is one part of several");
    }
    if ((plain.entries != UNSTATED_16 && plain.entries != big.entries)
        || (plain.size != UNSTATED_32 && plain.size != big.size)
        || (plain.offset != UNSTATED_32 && plain.offset != big.offset)) {
      throw damaged("its two end records contradict each other");
    }
    return big.checked(bigStart);
  }

  private EndOfArchive checked(long limit) throws FormatException {
    if (offset < 0 || size < 0 || offset > limit || size != limit - offset) {
      throw damaged("its list of entries is not at its end");
    }
    return this;
  }

  private static ByteReader reader(MemorySegment file, long start) {
    return new ByteReader(file.asSlice(start), "its end record");
  }

  private static FormatException damaged(String what) {
    return new FormatException("FMT-31", "its archive is damaged: " + what + ".");
  }
}
