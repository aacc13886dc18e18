package org.palimpsest.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The first image file directory of a TIFF structure (TIFF 6.0, section 2; BigTIFF), as found in
 * TIFF files and in Exif data. Reads single whole numbers; whatever does not fit the structure is
 * absent.
 */
final class TiffDirectory {
  static final int NEW_SUBFILE_TYPE = 254;
  static final int BITS_PER_SAMPLE = 258;
  static final int PHOTOMETRIC_INTERPRETATION = 262;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int STRIP_BYTE_COUNTS = 279;
  static final int TILE_OFFSETS = 324;
  static final int TILE_BYTE_COUNTS = 325;
  static final int SAMPLE_FORMAT = 339;
  static final int DNG_VERSION = 50706;

  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;

  private final ByteBuffer data;
  private final boolean big;
  private final long start;
  private final long entries;

  TiffDirectory(byte[] tiff) {
    data = ByteBuffer.wrap(tiff);
    data.order(tiff.length > 0 && tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int version = fits(2, 2) ? data.getShort(2) : 0;
    big = version == 43;
    start = version == 42 ? unsigned(4, 4) : big ? unsigned(8, 8) : -1;
    entries = Math.max(0, unsigned(start, big ? 8 : 2));
  }

  /** A tag's value if it is a single unsigned whole number. */
  OptionalLong value(int tag) {
    long entry = entry(tag);
    return entry < 0 || count(entry) != 1 ? OptionalLong.empty() : first(tag);
  }

  /** A tag's first value if all are unsigned whole numbers. */
  OptionalLong first(int tag) {
    return value(tag, 0);
  }

  /** One of a tag's values if all are unsigned whole numbers. */
  OptionalLong value(int tag, long index) {
    long entry = entry(tag);
    if (entry < 0) {
      return OptionalLong.empty();
    }
    int width = width(entry);
    long count = count(entry);
    long at = entry + (big ? 12 : 8);
    if (count > (big ? 8 : 4) / Math.max(1, width)) {
      at = unsigned(at, big ? 8 : 4);
    }
    at += index * width;
    return width == 0 || index >= count || !fits(at, width)
        ? OptionalLong.empty()
        : OptionalLong.of(unsigned(at, width));
  }

  /** How many values a tag says it has; 0 where it is absent. */
  long count(int tag) {
    long entry = entry(tag);
    return entry < 0 ? 0 : Math.max(0, count(entry));
  }

  boolean has(int tag) {
    return entry(tag) >= 0;
  }

  /**
   * The chain of directories.
   *
   * @param pages how many, each counted once
   * @param circular whether it leads back to one of them
   */
  record Chain(int pages, boolean circular) {}

  /** Follows the chain, up to a number of directories. */
  Chain chain(int limit) {
    Set<Long> seen = new HashSet<>();
    long page = start;
    while (page > 0 && seen.size() < limit && seen.add(page)) {
      long length = unsigned(page, big ? 8 : 2);
      page =
          length < 0 ? 0 : unsigned(page + (big ? 8 + length * 20 : 2 + length * 12), big ? 8 : 4);
    }
    return new Chain(seen.size(), page > 0 && seen.size() < limit);
  }

  /** Where a tag's entry starts, or -1. */
  private long entry(int tag) {
    for (long i = 0; i < entries; i++) {
      long entry = start + (big ? 8 + i * 20 : 2 + i * 12);
      if (!fits(entry, big ? 20 : 12)) {
        break;
      }
      if (unsigned(entry, 2) == tag) {
        return entry;
      }
    }
    return -1;
  }

  private long count(long entry) {
    return unsigned(entry + 4, big ? 8 : 4);
  }

  /** Bytes of one value; 0 for a type that is no unsigned whole number. */
  private int width(long entry) {
    return switch ((int) unsigned(entry + 2, 2)) {
      case BYTE -> 1;
      case SHORT -> 2;
      case LONG -> 4;
      case LONG8 -> 8;
      default -> 0;
    };
  }

  /** An unsigned number of 1, 2, 4 or 8 bytes; -1 outside the data or above the range of long. */
  private long unsigned(long at, int width) {
    if (!fits(at, width)) {
      return -1;
    }
    int index = (int) at;
    return switch (width) {
      case 1 -> data.get(index) & 0xff;
      case 2 -> data.getShort(index) & 0xffff;
      case 4 -> Integer.toUnsignedLong(data.getInt(index));
      default -> Math.max(-1, data.getLong(index));
    };
  }

  private boolean fits(long at, int width) {
    return at >= 0 && at <= data.limit() - (long) width;
  }
}
