package org.palimpsest.vision;

/** A device or precision that was asked for and is not there. The message is one sentence. */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  public UnavailableException(String sentence) {
    super(sentence);
  }
}
