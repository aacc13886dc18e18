package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A dict or OrderedDict of a pickle; no key occurs twice. */
final class PickleDict extends PickleContainer {
  private final SequencedMap<Object, Object> entries = new LinkedHashMap<>(2);

  void put(Object key, Object value, int maxDepth, long at) throws FormatException {
    enclose(key, maxDepth, at);
    enclose(value, maxDepth, at);
    if (entries.putIfAbsent(key, value) != null) {
      throw Unpickler.malformed(
          "sets the key "
              + (key instanceof String name ? shown(name) : "of a dictionary")
              + " twice",
          at);
    }
  }

  @Nullable Object get(Object key) {
    return entries.get(key);
  }

  SequencedMap<Object, Object> entries() {
    return Collections.unmodifiableSequencedMap(entries);
  }
}
