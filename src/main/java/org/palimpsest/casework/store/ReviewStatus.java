package org.palimpsest.casework.store;

/** How far a finding has been looked at. */
public enum ReviewStatus {
  /** The examiner's own words, which may still change. */
  DRAFT,
  /** A second reader has agreed to exactly this version. */
  REVIEWED,
  /** Reviewed and released for a report. */
  FINAL
}
