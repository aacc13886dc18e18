package org.palimpsest.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts the pointers to directories in every TIFF structure of a file: a TIFF itself and Exif data
 * in whatever container. A small structure whose lists of pointers overlap keeps the library that
 * reads metadata busy for minutes.
 */
final class TiffPointers {
  private static final int SUB_IFDS = 0x014a;
  private static final int EXIF = 0x8769;
  private static final int GPS = 0x8825;
  private static final int INTEROPERABILITY = 0xa005;

  /** Real files have a handful; this many are read within a fraction of a second. */
  private static final int MOST = 20_000;

  private final byte[] file;
  private final ByteBuffer data;
  private long pointers;
  private long entries;

  TiffPointers(byte[] file) {
    this.file = file;
    data = ByteBuffer.wrap(file);
  }

  /** Whether there are no more than any real file has. */
  boolean arePlausible() {
    for (int at = 0; at + 8 <= file.length; at++) {
      boolean little = starts(at, 'I', '*', 0);
      boolean big = starts(at, 'M', 0, '*');
      if (little || big) {
        data.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (!follow(at)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean starts(int at, int order, int third, int fourth) {
    return file[at] == order
        && file[at + 1] == order
        && file[at + 2] == third
        && file[at + 3] == fourth;
  }

  private boolean follow(int start) {
    Set<Long> seen = new HashSet<>();
    Deque<Long> directories = new ArrayDeque<>();
    directories.add(number(start + 4L));
    boolean chained = true; // of the others the library follows no successors
    while (!directories.isEmpty()) {
      long directory = start + directories.remove();
      if (!fits(directory, 2) || !seen.add(directory)) {
        continue;
      }
      int count = data.getShort((int) directory) & 0xffff;
      for (int i = 0; i < count; i++) {
        long entry = directory + 2 + 12L * i;
        if (!fits(entry, 12)) {
          break;
        }
        entry(start, entry, directories);
      }
      long next = directory + 2 + 12L * count;
      if (chained && fits(next, 4) && number(next) != 0) {
        directories.addFirst(number(next));
      } else {
        chained = false;
      }
      entries += count;
      if (pointers > MOST || entries > 100L * MOST) {
        return false;
      }
    }
    return true;
  }

  private void entry(int start, long entry, Deque<Long> directories) {
    int tag = data.getShort((int) entry) & 0xffff;
    if (tag != SUB_IFDS && tag != EXIF && tag != GPS && tag != INTEROPERABILITY) {
      return;
    }
    long count = number(entry + 4);
    long list = count <= 1 ? entry + 8 : start + number(entry + 8);
    int type = data.getShort((int) entry + 2);
    boolean four = type == 4 || type == 9 || type == 11 || type == 13;
    if (!four || !fits(list, 4) || count > (file.length - list) / 4) {
      return; // the library leaves it out, too
    }
    pointers += count;
    for (long i = 0; i < Math.min(count, 64) && fits(list + 4 * i, 4); i++) {
      directories.add(number(list + 4 * i));
    }
  }

  private long number(long at) {
    return Integer.toUnsignedLong(data.getInt((int) at));
  }

  private boolean fits(long at, int width) {
    return at >= 0 && at <= file.length - (long) width;
  }
}
