package org.palimpsest.registry.format;

import java.util.ArrayList;
import java.util.List;

/** A list of a pickle. */
final class PickleList extends PickleContainer {
  private final List<Object> items = new ArrayList<>(0);

  void add(Object item, int maxDepth, long at) throws FormatException {
    enclose(item, maxDepth, at);
    items.add(item);
  }

  /** Not a copy. */
  List<Object> items() {
    return items;
  }
}
