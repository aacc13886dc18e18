package org.palimpsest.casework.store;

/** Where the bytes of an exhibit are kept. */
public enum Storage {
  /** Where they were found; the case knows their path, size and SHA-256. */
  REFERENCE,
  /** In the case's own folder, copied from the very bytes that were hashed. */
  COPY
}
