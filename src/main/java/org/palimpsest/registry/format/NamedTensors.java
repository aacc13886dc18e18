package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Collects the tensors of a checkpoint by name, and the names of what else there was. */
final class NamedTensors {
  /** Longer names are refused; those of the full-size network have below 80 characters. */
  static final int MAX_NAME = 512;

  /** More tensors than this are refused; the full-size network has 778. */
  static final int MAX_TENSORS = 100_000;

  /** Further names of what else there was are not kept. */
  static final int MAX_IGNORED = 1_000;

  private final SequencedMap<String, TensorRef> tensors = new LinkedHashMap<>();
  private final SequencedSet<String> ignored = new LinkedHashSet<>();

  void add(String name, TensorRef tensor) throws FormatException {
    checkLength(name, 0);
    if (tensors.size() == MAX_TENSORS) {
      throw new FormatException("FMT-52", "it has more than %d tensors.".formatted(MAX_TENSORS));
    }
    if (tensors.putIfAbsent(name, tensor) != null) {
      throw new FormatException("FMT-52", "two tensors have the name %s.".formatted(shown(name)));
    }
  }

  /** To be called before a name is put together. */
  static void checkLength(String name, int prefix) throws FormatException {
    if (name.length() + prefix > MAX_NAME) {
      throw new FormatException(
          "FMT-52", "the name %s of a tensor is too long.".formatted(shown(name)));
    }
  }

  void ignore(Object name) {
    if (ignored.size() < MAX_IGNORED) {
      ignored.add(
          name instanceof String text
              ? FormatException.oneLine(text)
              : "(an entry whose name is no text)");
    }
  }

  boolean isEmpty() {
    return tensors.isEmpty();
  }

  /** In file order. */
  SequencedMap<String, TensorRef> tensors() {
    return tensors;
  }

  /** As they may be shown. */
  SequencedSet<String> ignored() {
    return ignored;
  }
}
