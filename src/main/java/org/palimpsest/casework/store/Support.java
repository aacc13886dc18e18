package org.palimpsest.casework.store;

/** How strongly the observations support a conclusion, in the examiner's judgement. */
public enum Support {
  NONE("no support either way"),
  LIMITED("limited support"),
  MODERATE("moderate support"),
  STRONG("strong support"),
  VERY_STRONG("very strong support");

  private final String words;

  Support(String words) {
    this.words = words;
  }

  /** The wording for people. */
  public String words() {
    return words;
  }
}
