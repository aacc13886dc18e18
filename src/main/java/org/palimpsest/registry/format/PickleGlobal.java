package org.palimpsest.registry.format;

import org.jspecify.annotations.Nullable;

/** A name that a pickle may refer to, reduced to what it means here. */
sealed interface PickleGlobal {
  /**
   * A class of PyTorch's storages.
   *
   * @param dtype of its elements; null for bytes of unstated type
   */
  record Storage(@Nullable DType dtype) implements PickleGlobal {}

  /** An element type by PyTorch's name. */
  record ElementType(DType dtype) implements PickleGlobal {}

  /** A class whose objects are accepted and dropped. */
  record Ignored() implements PickleGlobal {}

  /** A class that a TorchScript archive defines. */
  record Script() implements PickleGlobal {}

  /** What is rebuilt, by our own code. */
  enum Function implements PickleGlobal {
    TENSOR,
    TENSOR_V2,
    TENSOR_V3,
    PARAMETER,
    FROM_TYPE,
    ORDERED_DICT,
    SIZE
  }
}
