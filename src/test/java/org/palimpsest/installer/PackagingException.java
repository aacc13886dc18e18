package org.palimpsest.installer;

/** Why no installer could be made, in a sentence. */
final class PackagingException extends Exception {
  private static final long serialVersionUID = 1L;

  PackagingException(String message) {
    super(message);
  }
}
