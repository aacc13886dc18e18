package org.palimpsest.registry.format;

/**
 * A value of a pickle that holds others.
 *
 * <p>What stands inside another container can no longer grow. A writer of pickles finishes a value
 * before it goes into the next, so this refuses nothing that was really written, but it makes loops
 * impossible and the depth exact. Values compare by identity, so that no comparison goes deep.
 */
abstract sealed class PickleContainer permits PickleDict, PickleList, PickleObject, PickleTuple {
  private int depth = 1;
  private boolean enclosed;

  /** How deep the values inside nest; 1 if none is a container. */
  final int depth() {
    return depth;
  }

  /**
   * To be called before a value is put inside.
   *
   * @param maxDepth greatest depth allowed
   * @param at where in the pickle, for messages
   */
  final void enclose(Object value, int maxDepth, long at) throws FormatException {
    if (enclosed || value == this) {
      throw Unpickler.malformed("adds to a value that stands inside another", at);
    }
    if (value instanceof PickleContainer inner) {
      if (inner.depth >= maxDepth) {
        throw PickleLimits.exceeded("nested containers", maxDepth, at);
      }
      inner.enclosed = true;
      depth = Math.max(depth, inner.depth + 1);
    }
  }
}
