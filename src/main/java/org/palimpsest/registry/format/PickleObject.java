package org.palimpsest.registry.format;

import org.jspecify.annotations.Nullable;

/** An object of a class that a TorchScript archive defines: its attributes and nothing else. */
final class PickleObject extends PickleContainer {
  private @Nullable PickleDict attributes;

  /** Takes the attributes, once. A state that is no dictionary is the class's own affair. */
  void build(Object state, int maxDepth, long at) throws FormatException {
    enclose(state, maxDepth, at);
    if (attributes != null) {
      throw Unpickler.malformed("sets the attributes of an object twice", at);
    }
    attributes = state instanceof PickleDict dict ? dict : new PickleDict();
  }

  /** Null until they were set. */
  @Nullable PickleDict attributes() {
    return attributes;
  }
}
