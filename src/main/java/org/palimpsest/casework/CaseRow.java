package org.palimpsest.casework;

/** What became of one file of a run. */
public sealed interface CaseRow permits ExaminationRecord, FailedItem {
  /** Where the file was. */
  String path();
}
