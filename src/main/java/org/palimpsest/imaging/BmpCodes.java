package org.palimpsest.imaging;

import java.util.List;

/**
 * The run-length codes of a BMP (BI_RLE8, BI_RLE4). Codes may leave pixels out or run past the
 * picture's edge, which the decoder does not say.
 */
final class BmpCodes {
  private static final int RLE4 = 2;

  private final Bytes file;
  private final long width;
  private final long height;
  private long filled;
  private boolean pastEdge;

  BmpCodes(byte[] bytes) {
    file = new Bytes(bytes, true);
    width = file.number(18, 4);
    height = Math.abs((int) file.number(22, 4));
  }

  List<String> notes() {
    long compression = file.number(30, 4);
    if (file.number(14, 4) < 40 || compression < 1 || compression > RLE4) {
      return List.of();
    }
    boolean ended = run(compression == RLE4);
    if (filled == width * height && !pastEdge && ended) {
      return List.of();
    }
    return List.of(
        "The BMP's run-length codes %sfill %,d of %,d pixels%s; the others are the first colour of"
                .formatted(
                    ended ? "" : "break off and ",
                    filled,
                    width * height,
                    pastEdge ? " and run past its edge" : "")
            + " the palette.");
  }

  /** Walks the codes; whether they come to their own end. */
  private boolean run(boolean nibbles) {
    long at = file.number(10, 4);
    long x = 0;
    long y = 0;
    while (file.number(at, 2) >= 0 && y <= height) {
      long count = file.number(at, 1);
      long code = file.number(at + 1, 1);
      at += 2;
      if (count > 0) {
        x = fill(x, y, count);
      } else if (code == 0) {
        x = 0;
        y++;
      } else if (code == 1) {
        return true;
      } else if (code == 2) {
        x += Math.max(0, file.number(at, 1));
        y += Math.max(0, file.number(at + 1, 1));
        at += 2;
      } else {
        long bytes = nibbles ? (code + 1) / 2 : code;
        x = fill(x, y, code);
        at += bytes + (bytes & 1);
      }
    }
    return false;
  }

  private long fill(long x, long y, long count) {
    long fitting = y < height ? Math.clamp(width - x, 0L, count) : 0;
    filled += fitting;
    pastEdge |= fitting < count;
    return x + count;
  }
}
