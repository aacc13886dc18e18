package org.palimpsest.registry.format;

import java.util.List;

/** A tuple of a pickle. */
final class PickleTuple extends PickleContainer {
  private final List<Object> items;

  PickleTuple(List<Object> items, int maxDepth, long at) throws FormatException {
    for (Object item : items) {
      enclose(item, maxDepth, at);
    }
    this.items = List.copyOf(items);
  }

  List<Object> items() {
    return items;
  }

  int size() {
    return items.size();
  }

  Object get(int index) {
    return items.get(index);
  }
}
