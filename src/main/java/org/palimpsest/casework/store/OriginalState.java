package org.palimpsest.casework.store;

/** Whether the bytes of an exhibit are still where the case says and as they were received. */
public enum OriginalState {
  AS_RECEIVED("The file is as it was received"),
  NOT_READ_YET("The file was not read yet, so there is nothing to compare it with"),
  MISSING("The file is no longer there"),
  CHANGED("The file's content is no longer what was received"),
  UNREADABLE("The file cannot be read");

  private final String words;

  OriginalState(String words) {
    this.words = words;
  }

  /** A sentence for people, without its full stop. */
  public String words() {
    return words;
  }
}
