package org.palimpsest.evidence;

/** What is known of a file's content credentials (C2PA). They are never validated. */
public enum Credentials {
  ABSENT("absent"),
  PRESENT_NOT_VALIDATED("present, not validated"),
  /** The metadata name a place elsewhere; nothing is fetched. */
  ELSEWHERE_NOT_FETCHED("named elsewhere, not fetched, not validated"),
  NOT_LOOKED_FOR("not looked for in this format");

  private final String words;

  Credentials(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
