package org.palimpsest.registry.format;

import org.jspecify.annotations.Nullable;

/**
 * A run of elements that a pickle refers to and that lies elsewhere in the file.
 *
 * @param key under which the file keeps it
 * @param dtype of its elements; null for bytes of unstated type
 * @param elements how many there are, as the pickle states; not negative
 */
record StorageRef(String key, @Nullable DType dtype, long elements) {
  private static final int ARGUMENTS = 5;

  /**
   * From the identifier that stands for a storage: the word "storage", class, key, place, number of
   * elements, and in old files a sixth value, which must be None.
   */
  static StorageRef of(Object id, long at) throws FormatException {
    if (id instanceof PickleTuple tuple
        && tuple.size() >= ARGUMENTS
        && "storage".equals(tuple.get(0))
        && tuple.get(1) instanceof PickleGlobal.Storage(DType dtype)
        && tuple.get(2) instanceof String key
        && tuple.get(4) instanceof Long elements
        && elements >= 0
        && (tuple.size() == ARGUMENTS
            || (tuple.size() == ARGUMENTS + 1 && tuple.get(5) == PickleAtom.NONE))) {
      return new StorageRef(key, dtype, elements);
    }
    throw new FormatException(
        "FMT-44",
        "its pickle refers to something other than a whole storage at byte %d.".formatted(at));
  }

  /** Bytes it should have; the largest long if that is more than there can be. */
  long bytes() {
    long each = dtype == null ? 1 : dtype.bytes();
    return elements > Long.MAX_VALUE / each ? Long.MAX_VALUE : elements * each;
  }
}
