package org.palimpsest.report.data;

/**
 * Whether a report hides where its exhibits come from: positions, serial numbers, paths and the
 * names of people, each visibly marked. Pictures are not changed.
 *
 * @param on whether anything is hidden
 * @param fileNames whether file names are hidden too
 */
public record SourceProtection(boolean on, boolean fileNames) {
  /** What stands where something was hidden. */
  public static final String MARK = "[redacted]";

  /** Nothing is hidden. */
  public static SourceProtection none() {
    return new SourceProtection(false, false);
  }

  /** Sources are hidden, file names are kept. */
  public static SourceProtection ofSources() {
    return new SourceProtection(true, false);
  }

  /** Sources and file names are hidden. */
  public static SourceProtection ofSourcesAndNames() {
    return new SourceProtection(true, true);
  }
}
