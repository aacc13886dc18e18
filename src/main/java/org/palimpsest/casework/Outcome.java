package org.palimpsest.casework;

/** The three things an examination may say. */
public enum Outcome {
  INCONSISTENT("inconsistent with an original"),
  INCONCLUSIVE("inconclusive"),
  CONSISTENT("consistent with an original");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** The wording for people; there is no other. */
  public String words() {
    return words;
  }
}
