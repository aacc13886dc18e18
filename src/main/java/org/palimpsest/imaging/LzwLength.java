package org.palimpsest.imaging;

import java.util.Arrays;

/**
 * Counts the pixels that a GIF's compressed data stand for (GIF89a, appendix F) without making
 * them. The decoder leaves what is missing in the palette's first colour and does not say so.
 */
final class LzwLength {
  private static final int MOST_CODES = 4096;

  private final int clear;
  private final int[] lengths = new int[MOST_CODES];
  private final long wanted;
  private int bits;
  private int codes;
  private int last = -1;
  private long pixels;

  /**
   * A count.
   *
   * @param smallest the minimum code size as stored, 1 to 11
   * @param wanted pixels after which nothing more is counted
   */
  LzwLength(int smallest, long wanted) {
    this.clear = 1 << smallest;
    this.wanted = wanted;
    Arrays.fill(lengths, 0, clear, 1);
    restart();
  }

  private void restart() {
    bits = Integer.numberOfTrailingZeros(clear) + 1;
    codes = clear + 2;
    last = -1;
  }

  /** The pixels in a stream of codes, low bits first. */
  long count(byte[] data, int length) {
    int buffer = 0;
    int filled = 0;
    for (int i = 0; i < length && pixels < wanted; i++) {
      buffer |= (data[i] & 0xff) << filled;
      filled += 8;
      while (filled >= bits && pixels < wanted) {
        int code = buffer & ((1 << bits) - 1);
        buffer >>>= bits;
        filled -= bits;
        if (!take(code)) {
          return pixels;
        }
      }
    }
    return pixels;
  }

  /** Whether more may follow. */
  private boolean take(int code) {
    if (code == clear) {
      restart();
      return true;
    }
    if (code == clear + 1 || code > codes || (code == codes && last < 0)) {
      return false;
    }
    // A code that is only now being defined is the last one and its own first pixel.
    int length = code == codes ? lengths[last] + 1 : lengths[code];
    pixels += length;
    if (last >= 0 && codes < MOST_CODES) {
      lengths[codes++] = lengths[last] + 1;
      if (codes == 1 << bits && bits < 12) {
        bits++;
      }
    }
    last = code;
    return true;
  }
}
