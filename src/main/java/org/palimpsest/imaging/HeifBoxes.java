package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a HEIC or AVIF file says of its pictures before any is decoded (ISO/IEC 14496-12 and
 * 23008-12): sizes, the primary picture, turns and colour codes. Boxes that do not fit are passed
 * over.
 */
final class HeifBoxes {
  static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

  private static final Set<String> PICTURES =
      Set.of("hvc1", "av01", "grid", "iden", "iovl", "jpeg", "avc1", "j2k1", "unci", "tmap");

  private static final int MOST_BOXES = 100_000;
  private static final int BRANDS = 1024;

  /** A picture's size as a box claims it. */
  record Claim(long width, long height) {}

  private final Bytes file;
  private final List<String> notes = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Long> pictures = new ArrayList<>();
  private final Set<Long> subordinate = new HashSet<>();
  private long primary = -1;
  private boolean turned;
  private int seen;

  HeifBoxes(byte[] bytes) {
    file = new Bytes(bytes, false);
    boxes(0, file.length());
    pictures.removeIf(subordinate::contains);
    if (turned) {
      notes.add("The file asks for turning, mirroring or cropping, which the decoder applied.");
    }
    if (pictures.size() > 1) {
      notes.add("The file holds %d pictures; one was read.".formatted(pictures.size()));
    }
  }

  /** The brands in the file type box; empty where there is none. */
  static List<String> brands(byte[] bytes) {
    Bytes file = new Bytes(bytes, false);
    List<String> brands = new ArrayList<>();
    if (file.has(4, "ftyp")) {
      long end = Math.min(Math.min(file.number(0, 4), file.length()), BRANDS);
      for (long at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) { // behind the first is a version
        brands.add(file.name(at));
      }
    }
    return brands;
  }

  /** Sentences for the record. */
  List<String> notes() {
    return notes;
  }

  /** The sizes that any picture in the file claims. */
  List<Claim> claims() {
    return claims;
  }

  /** Pictures that stand for themselves: neither thumbnails nor hidden parts of others. */
  int pictures() {
    return pictures.size();
  }

  /** Which of those the file names as the one to show, from 0; -1 where it names none. */
  int primary() {
    return pictures.indexOf(primary);
  }

  private void boxes(long from, long to) {
    long at = from;
    while (at + 8 <= to && seen++ < MOST_BOXES) {
      long size = file.number(at, 4);
      long content = at + 8;
      if (size == 1) {
        size = file.number(at + 8, 4) == 0 ? file.number(at + 12, 4) : to - at;
        content += 8;
      } else if (size == 0) {
        size = to - at;
      }
      long end = Math.min(to, at + size);
      if (end < content) {
        return;
      }
      box(file.name(at + 4), content, end);
      at = end;
    }
  }

  private void box(String type, long from, long to) {
    switch (type) {
      case "meta" -> boxes(from + 4, to);
      case "iprp", "ipco" -> boxes(from, to);
      case "iinf" -> boxes(from + (file.number(from, 1) == 0 ? 6 : 8), to);
      case "iref" -> references(from, to);
      case "pitm" -> primary = file.number(from + 4, file.number(from, 1) == 0 ? 2 : 4);
      case "infe" -> item(from);
      case "ispe" -> claims.add(new Claim(file.number(from + 4, 4), file.number(from + 8, 4)));
      case "irot", "imir", "clap" -> turned = true;
      case "colr" -> colours(from);
      default -> {}
    }
  }

  private void item(long from) {
    int wide = file.number(from, 1) == 3 ? 4 : 2;
    boolean hidden = (file.number(from + 3, 1) & 1) == 1;
    if (!hidden && PICTURES.contains(file.name(from + 4 + wide + 2))) {
      pictures.add(file.number(from + 4, wide));
    }
  }

  /** Thumbnails and auxiliary pictures refer to the picture they belong to. */
  private void references(long from, long to) {
    int wide = file.number(from, 1) == 0 ? 2 : 4;
    for (long at = from + 4; at + 8 + wide <= to && seen++ < MOST_BOXES; ) {
      String kind = file.name(at + 4);
      if (kind.equals("thmb") || kind.equals("auxl")) {
        subordinate.add(file.number(at + 8, wide));
      }
      at += Math.max(8, file.number(at, 4));
    }
  }

  private void colours(long from) {
    long primaries = file.number(from + 4, 2);
    long transfer = file.number(from + 6, 2);
    boolean usual = (primaries <= 2 || primaries == 5 || primaries == 6) && transfer < 16;
    if (file.has(from, "nclx") && !usual) {
      notes.add(
          "The file states its colours by code (primaries %d, transfer %d); they were taken as sRGB."
              .formatted(primaries, transfer));
    }
  }
}
