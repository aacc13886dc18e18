package org.palimpsest.registry.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * The parameters in what a checkpoint's pickle describes.
 *
 * @param within the key they were found under; empty at the top
 * @param tensors by name
 * @param ignored names of what else there was
 */
record StateDict(
    String within, SequencedMap<String, TensorRef> tensors, SequencedSet<String> ignored) {
  private static final String PARALLEL = "module.";

  /**
   * Looks under {@code model}, then {@code state_dict}, then at the top, for the first dictionary
   * that has a tensor. If all its names begin with {@code module.}, as those of a network trained
   * on several devices do, that beginning is taken off.
   *
   * @throws FormatException if there is no tensor in any of these places
   */
  static StateDict find(Object root) throws FormatException {
    if (root instanceof PickleDict top) {
      for (String key : new String[] {"model", "state_dict"}) {
        if (top.get(key) instanceof PickleDict inner && hasTensor(inner)) {
          return of(key, top, inner);
        }
      }
      if (hasTensor(top)) {
        return of("", top, top);
      }
    }
    throw noTensor();
  }

  /**
   * The tensors of a TorchScript object and the objects inside it, under their names joined by
   * dots. A tensor that the program keeps as a mere attribute is among them.
   */
  static StateDict ofScript(Object root) throws FormatException {
    if (!(root instanceof PickleObject module)) {
      throw noTensor();
    }
    NamedTensors found = new NamedTensors();
    new ModuleTree(found).walk("", module);
    if (found.isEmpty()) {
      throw noTensor();
    }
    return new StateDict("", found.tensors(), found.ignored());
  }

  private static boolean hasTensor(PickleDict dict) {
    return dict.entries().values().stream().anyMatch(TensorRef.class::isInstance);
  }

  private static StateDict of(String within, PickleDict top, PickleDict inner)
      throws FormatException {
    NamedTensors found = new NamedTensors();
    for (Map.Entry<Object, Object> entry : inner.entries().entrySet()) {
      if (entry.getKey() instanceof String name && entry.getValue() instanceof TensorRef tensor) {
        found.add(name, tensor);
      } else {
        found.ignore(entry.getKey());
      }
    }
    if (inner != top) {
      top.entries().sequencedKeySet().stream()
          .filter(k -> !k.equals(within))
          .forEach(found::ignore);
    }
    return new StateDict(within, withoutParallel(found.tensors()), found.ignored());
  }

  private static SequencedMap<String, TensorRef> withoutParallel(
      SequencedMap<String, TensorRef> tensors) {
    if (!tensors.keySet().stream().allMatch(name -> name.startsWith(PARALLEL))) {
      return tensors;
    }
    SequencedMap<String, TensorRef> bare = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> bare.put(name.substring(PARALLEL.length()), tensor));
    return bare;
  }

  private static FormatException noTensor() {
    return new FormatException(
        "FMT-51", "it has no named tensors, neither at its top nor under model or state_dict.");
  }
}
