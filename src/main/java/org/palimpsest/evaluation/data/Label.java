package org.palimpsest.evaluation.data;

/** What is known of a picture of a data set. */
public enum Label {
  /** An original. */
  AUTHENTIC("authentic"),
  /** Edited where its mask is white. */
  EDITED("edited"),
  /** Generated as a whole, or edited at places that nobody recorded. */
  FAKE("fake, place not recorded");

  private final String words;

  Label(String words) {
    this.words = words;
  }

  /** The label for people. */
  public String words() {
    return words;
  }
}
