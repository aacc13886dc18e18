package org.palimpsest.imaging;

/** How many luma samples share one chroma sample in a JPEG, named as in J:a:b notation. */
public enum Subsampling {
  /** 4:4:4, chroma at full resolution. */
  S444(1, 1, "4:4:4"),
  /** 4:2:2, chroma halved horizontally. */
  S422(2, 1, "4:2:2"),
  /** 4:2:0, chroma halved in both directions. */
  S420(2, 2, "4:2:0");

  private final int horizontal;
  private final int vertical;
  private final String notation;

  Subsampling(int horizontal, int vertical, String notation) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.notation = notation;
  }

  /** Luma columns per chroma column. */
  public int horizontal() {
    return horizontal;
  }

  /** Luma rows per chroma row. */
  public int vertical() {
    return vertical;
  }

  /** As people write it, for example 4:2:0. */
  public String notation() {
    return notation;
  }
}
