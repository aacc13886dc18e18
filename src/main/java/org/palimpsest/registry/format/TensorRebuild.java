package org.palimpsest.registry.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pickle's calls yield. The only functions are those that PyTorch's writer uses to describe
 * a tensor or a dictionary, written here anew; there is no way to reach another one.
 *
 * @param limits of the pickle
 * @param stack counts what is made
 */
record TensorRebuild(PickleLimits limits, PickleStack stack) {
  private static final int MAX_AXES = 64;
  private static final int MAX_BITS = 8;

  /**
   * Carries out a call.
   *
   * @param callee what the pickle calls
   * @param arguments what it passes
   * @param at where in the pickle, for messages
   */
  Object call(Object callee, Object arguments, long at) throws FormatException {
    if (!(arguments instanceof PickleTuple tuple)) {
      throw Unpickler.malformed("calls something without a list of arguments", at);
    }
    return switch (callee) {
      case PickleGlobal.Function function -> function(function, tuple.items(), at);
      case PickleGlobal.Ignored _, PickleGlobal.Script _ -> PickleAtom.INERT;
      default -> throw Unpickler.malformed("calls something that is no function", at);
    };
  }

  private Object function(PickleGlobal.Function function, List<Object> arguments, long at)
      throws FormatException {
    return switch (function) {
      case TENSOR -> tensor(arguments, null, at);
      case TENSOR_V2 -> {
        checkNoBits(arguments, 6, at);
        yield tensor(arguments, null, at);
      }
      case TENSOR_V3 -> {
        checkNoBits(arguments, 7, at);
        if (arguments.size() > 6
            && arguments.get(6) instanceof PickleGlobal.ElementType(DType dtype)) {
          yield tensor(arguments, dtype, at);
        }
        throw wrong("a tensor", at);
      }
      case PARAMETER -> {
        if (!arguments.isEmpty() && arguments.getFirst() instanceof TensorRef data) {
          yield data;
        }
        throw wrong("a parameter", at);
      }
      case FROM_TYPE -> fromType(arguments, at);
      case SIZE -> {
        if (arguments.size() == 1 && arguments.getFirst() instanceof PickleTuple size) {
          yield size;
        }
        throw wrong("a size", at);
      }
      case ORDERED_DICT -> orderedDict(arguments, at);
    };
  }

  /** A tensor of a subclass: another call, its class, its arguments and a state that is dropped. */
  private Object fromType(List<Object> arguments, long at) throws FormatException {
    if (arguments.size() == 4
        && arguments.get(0) instanceof PickleGlobal.Function inner
        && inner != PickleGlobal.Function.FROM_TYPE
        && arguments.get(2) instanceof PickleTuple passed) {
      return function(inner, passed.items(), at);
    }
    throw wrong("a tensor", at);
  }

  /** Storage, offset, shape, strides; the rest says how it is trained. */
  private static TensorRef tensor(List<Object> arguments, @Nullable DType stated, long at)
      throws FormatException {
    if (arguments.size() >= 4
        && arguments.get(0) instanceof StorageRef storage
        && arguments.get(1) instanceof Long offset
        && arguments.get(2) instanceof PickleTuple shape
        && arguments.get(3) instanceof PickleTuple strides
        && shape.size() == strides.size()
        && shape.size() <= MAX_AXES
        && offset >= 0) {
      DType dtype = stated == null ? storage.dtype() : stated;
      if (dtype != null && (storage.dtype() == null || storage.dtype() == dtype)) {
        return new TensorRef(storage, dtype, offset, naturals(shape, at), naturals(strides, at));
      }
    }
    throw wrong("a tensor", at);
  }

  private static long[] naturals(PickleTuple tuple, long at) throws FormatException {
    long[] values = new long[tuple.size()];
    for (int i = 0; i < values.length; i++) {
      if (!(tuple.get(i) instanceof Long value) || value < 0) {
        throw wrong("a tensor", at);
      }
      values[i] = value;
    }
    return values;
  }

  /** A tensor can be marked as negated or conjugated, which would change its elements. */
  private static void checkNoBits(List<Object> arguments, int index, long at)
      throws FormatException {
    if (arguments.size() > index
        && arguments.get(index) instanceof PickleDict bits
        && (bits.entries().size() > MAX_BITS || bits.entries().containsValue(true))) {
      throw wrong("a negated or conjugated tensor", at);
    }
  }

  private PickleDict orderedDict(List<Object> arguments, long at) throws FormatException {
    PickleDict dict = new PickleDict();
    if (arguments.isEmpty()) {
      return dict;
    }
    if (arguments.size() != 1 || !(arguments.getFirst() instanceof PickleList pairs)) {
      throw wrong("a dictionary", at);
    }
    // The same list can be passed any number of times.
    stack.count(pairs.items().size(), at);
    for (Object pair : pairs.items()) {
      List<Object> both =
          switch (pair) {
            case PickleList list -> list.items();
            case PickleTuple tuple -> tuple.items();
            default -> List.of();
          };
      if (both.size() != 2) {
        throw wrong("a dictionary", at);
      }
      dict.put(both.get(0), both.get(1), limits.depth(), at);
    }
    return dict;
  }

  private static FormatException wrong(String what, long at) {
    return new FormatException(
        "FMT-44",
        "its pickle describes %s in a way that is not understood at byte %d.".formatted(what, at));
  }
}
