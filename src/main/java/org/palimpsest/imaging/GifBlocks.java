package org.palimpsest.imaging;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A GIF's blocks (GIF89a): how many images it holds and whether the first one is all there. */
final class GifBlocks {
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3b;

  private final Bytes file;
  private final List<String> notes = new ArrayList<>();
  private int images;

  GifBlocks(byte[] bytes) {
    file = new Bytes(bytes, true);
  }

  List<String> notes() {
    long at = 13 + palette(file.number(10, 1));
    while (file.number(at, 1) == IMAGE || file.number(at, 1) == EXTENSION) {
      at = file.number(at, 1) == IMAGE ? image(at) : blocks(at + 2);
    }
    if (images > 1) {
      notes.addFirst("The GIF holds %d images; the first was read.".formatted(images));
    }
    if (file.number(at, 1) != TRAILER) {
      notes.add("The GIF's blocks do not lead to its end mark.");
    } else if (at + 1 < file.length()) {
      notes.add("%d bytes follow the end of the GIF.".formatted(file.length() - at - 1));
    }
    return notes;
  }

  private static long palette(long flags) {
    return flags >= 0 && (flags & 0x80) != 0 ? 3L << ((flags & 7) + 1) : 0;
  }

  private long image(long at) {
    images++;
    long data = at + 10 + palette(file.number(at + 9, 1));
    long next = blocks(data + 1);
    if (images == 1) {
      place(at);
      completeness(at, data, next);
    }
    return next;
  }

  private void place(long at) {
    long width = file.number(at + 5, 2);
    long height = file.number(at + 7, 2);
    long screenWidth = file.number(6, 2);
    long screenHeight = file.number(8, 2);
    if (width != screenWidth || height != screenHeight) {
      notes.add(
          "The first image covers %d x %d of the GIF's %d x %d pixels; it alone was read."
              .formatted(width, height, screenWidth, screenHeight));
    }
  }

  private void completeness(long at, long data, long next) {
    long wanted = file.number(at + 5, 2) * file.number(at + 7, 2);
    long smallest = file.number(data, 1);
    if (smallest < 1 || smallest > 11) {
      return; // the decoder says what it thinks of it
    }
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    for (long block = data + 1; block < next; ) {
      long length = file.number(block, 1);
      long there = Math.min(length, file.length() - block - 1);
      if (there <= 0) {
        break;
      }
      codes.write(file.data(), (int) block + 1, (int) there);
      block += 1 + length;
    }
    long found = new LzwLength((int) smallest, wanted).count(codes.toByteArray(), codes.size());
    if (found < wanted) {
      notes.add(
          "The image's data hold %,d of %,d pixels; the others are the first colour of the palette."
              .formatted(found, wanted));
    }
  }

  /** The place behind a chain of blocks, or the end of the file. */
  private long blocks(long at) {
    long length = file.number(at, 1);
    while (length > 0) {
      at += 1 + length;
      length = file.number(at, 1);
    }
    return length < 0 ? file.length() : at + 1;
  }
}
