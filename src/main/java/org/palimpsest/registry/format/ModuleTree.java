package org.palimpsest.registry.format;

import java.util.Map;

/** Walks the objects of a TorchScript archive, which can share parts but form no loop. */
final class ModuleTree {
  /** Shared parts can make a small file a tree without end. */
  private static final int MAX_VISITS = 1_000_000;

  private final NamedTensors found;
  private int visits;

  ModuleTree(NamedTensors found) {
    this.found = found;
  }

  /**
   * Adds the tensors of an object and of those inside it; no deeper than the pickle's limit.
   *
   * @param prefix of the names, ends with a dot unless it is empty
   */
  void walk(String prefix, PickleObject module) throws FormatException {
    PickleDict attributes = module.attributes();
    if (attributes == null) {
      return;
    }
    for (Map.Entry<Object, Object> attribute : attributes.entries().entrySet()) {
      if (++visits > MAX_VISITS) {
        throw new FormatException("FMT-52", "its objects form a tree that is too large.");
      }
      Object value = attribute.getValue();
      if (!(attribute.getKey() instanceof String name)) {
        found.ignore(attribute.getKey());
        continue;
      }
      NamedTensors.checkLength(name, prefix.length());
      if (value instanceof TensorRef tensor) {
        found.add(prefix + name, tensor);
      } else if (value instanceof PickleObject inner) {
        walk(prefix + name + ".", inner);
      } else {
        // Every object has the same few of them, so they are not told apart by place.
        found.ignore(name);
      }
    }
  }
}
