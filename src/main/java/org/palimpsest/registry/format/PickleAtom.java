package org.palimpsest.registry.format;

/** Values of a pickle without content that matters. */
enum PickleAtom {
  /** Python's None. */
  NONE,
  /** Stands for an object whose class was recognised as harmless and whose content is dropped. */
  INERT
}
