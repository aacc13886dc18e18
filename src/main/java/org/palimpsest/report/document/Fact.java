package org.palimpsest.report.document;

/**
 * A labelled value.
 *
 * @param code whether it is a digest, path or command, which is set in a fixed width and may be
 *     broken anywhere
 */
public record Fact(String label, String value, boolean code) {
  /** A value in words. */
  public static Fact of(String label, String value) {
    return new Fact(label, value, false);
  }

  /** A digest, path or command. */
  public static Fact code(String label, String value) {
    return new Fact(label, value, true);
  }
}
