package org.palimpsest.registry.format;

import java.util.HashMap;
import java.util.Map;

/** The values a pickle keeps under a number to refer to them again. */
final class PickleMemo {
  private final Map<Long, Object> values = new HashMap<>();
  private final PickleLimits limits;

  PickleMemo(PickleLimits limits) {
    this.limits = limits;
  }

  void put(long number, Object value, long at) throws FormatException {
    if (values.size() >= limits.memo()) {
      throw PickleLimits.exceeded("kept values", limits.memo(), at);
    }
    values.put(number, value);
  }

  /** Keeps a value under the next number. */
  void add(Object value, long at) throws FormatException {
    put(values.size(), value, at);
  }

  Object get(long number, long at) throws FormatException {
    Object value = values.get(number);
    if (value == null) {
      throw Unpickler.malformed("refers to a value that was not kept", at);
    }
    return value;
  }
}
