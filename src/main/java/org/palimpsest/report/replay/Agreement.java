package org.palimpsest.report.replay;

/** How what was computed again compares with what was reported. */
public enum Agreement {
  /** Every number is the same, bit for bit. */
  EXACT("exact"),
  /** Other numbers, closer than the stated tolerance, and the same outcome. */
  WITHIN_TOLERANCE("within tolerance"),
  DIFFERENT("DIFFERENT"),
  NOT_COMPARED("not compared");

  private final String words;

  Agreement(String words) {
    this.words = words;
  }

  /** The wording for people. */
  public String words() {
    return words;
  }
}
