package org.palimpsest.casework.store;

import java.time.Instant;

/**
 * What is written once, when an exhibit is added.
 *
 * @param item its number in the case
 * @param path where the original was, absolute
 * @param storage whether the examiner wants a copy in the case
 * @param receipt how it came
 * @param addedAt when it was added
 */
public record ExhibitContent(
    int item, String path, Storage storage, Receipt receipt, Instant addedAt) {
  /** The same with the receipt that was stated later. */
  ExhibitContent received(Receipt stated) {
    return new ExhibitContent(item, path, storage, stated, addedAt);
  }
}
