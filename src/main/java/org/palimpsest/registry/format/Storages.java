package org.palimpsest.registry.format;

import java.lang.foreign.MemorySegment;

/** Where a PyTorch checkpoint keeps the elements that its pickle refers to. */
interface Storages {
  /** What the pickle describes. */
  Object value();

  /**
   * A storage's bytes, in place.
   *
   * @throws FormatException if the file has none of that key, or of another size than the pickle
   *     states
   */
  MemorySegment bytes(StorageRef storage) throws FormatException;

  /**
   * Reads a storage and compares its checksum, where the format has one.
   *
   * @throws FormatException if the storage is damaged
   */
  void verify(StorageRef storage) throws FormatException;
}
