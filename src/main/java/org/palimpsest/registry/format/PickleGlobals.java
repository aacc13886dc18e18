package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import org.jspecify.annotations.Nullable;

/**
 * The names that a checkpoint may refer to; every other one is refused. None of them is looked up
 * in a program: they are compared as text.
 *
 * @param script whether classes that a TorchScript archive defines are accepted
 */
record PickleGlobals(boolean script) {
  /**
   * What a name stands for.
   *
   * @param at where in the pickle, for messages
   * @throws FormatException naming it, if it is not accepted
   */
  PickleGlobal resolve(String module, String name, long at) throws FormatException {
    PickleGlobal global = known(module + " " + name);
    if (global == null
        && script
        && (module.equals("__torch__") || module.startsWith("__torch__."))) {
      global = new PickleGlobal.Script();
    }
    if (global == null) {
      throw new FormatException(
          "FMT-41",
          "its pickle refers to %s at byte %d, which is not among the names a checkpoint may use."
              .formatted(shown(module + "." + name), at));
    }
    return global;
  }

  private static @Nullable PickleGlobal known(String global) {
    return switch (global) {
      case "torch._utils _rebuild_tensor" -> PickleGlobal.Function.TENSOR;
      case "torch._utils _rebuild_tensor_v2" -> PickleGlobal.Function.TENSOR_V2;
      case "torch._utils _rebuild_tensor_v3" -> PickleGlobal.Function.TENSOR_V3;
      case "torch._utils _rebuild_parameter", "torch._utils _rebuild_parameter_with_state" ->
          PickleGlobal.Function.PARAMETER;
      case "torch._tensor _rebuild_from_type_v2" -> PickleGlobal.Function.FROM_TYPE;
      case "collections OrderedDict" -> PickleGlobal.Function.ORDERED_DICT;
      case "torch Size" -> PickleGlobal.Function.SIZE;
      case "torch DoubleStorage" -> new PickleGlobal.Storage(DType.F64);
      case "torch FloatStorage" -> new PickleGlobal.Storage(DType.F32);
      case "torch HalfStorage" -> new PickleGlobal.Storage(DType.F16);
      case "torch BFloat16Storage" -> new PickleGlobal.Storage(DType.BF16);
      case "torch LongStorage" -> new PickleGlobal.Storage(DType.I64);
      case "torch IntStorage" -> new PickleGlobal.Storage(DType.I32);
      case "torch ShortStorage" -> new PickleGlobal.Storage(DType.I16);
      case "torch CharStorage" -> new PickleGlobal.Storage(DType.I8);
      case "torch ByteStorage" -> new PickleGlobal.Storage(DType.U8);
      case "torch BoolStorage" -> new PickleGlobal.Storage(DType.BOOL);
      case "torch.storage UntypedStorage",
          "torch UntypedStorage",
          "torch.storage _UntypedStorage" ->
          new PickleGlobal.Storage(null);
      case "torch float64" -> new PickleGlobal.ElementType(DType.F64);
      case "torch float32" -> new PickleGlobal.ElementType(DType.F32);
      case "torch float16" -> new PickleGlobal.ElementType(DType.F16);
      case "torch bfloat16" -> new PickleGlobal.ElementType(DType.BF16);
      case "torch int64" -> new PickleGlobal.ElementType(DType.I64);
      case "torch int32" -> new PickleGlobal.ElementType(DType.I32);
      case "torch int16" -> new PickleGlobal.ElementType(DType.I16);
      case "torch int8" -> new PickleGlobal.ElementType(DType.I8);
      case "torch uint64" -> new PickleGlobal.ElementType(DType.U64);
      case "torch uint32" -> new PickleGlobal.ElementType(DType.U32);
      case "torch uint16" -> new PickleGlobal.ElementType(DType.U16);
      case "torch uint8" -> new PickleGlobal.ElementType(DType.U8);
      case "torch bool" -> new PickleGlobal.ElementType(DType.BOOL);
      default -> ignored(global) ? new PickleGlobal.Ignored() : null;
    };
  }

  /** What training programs keep beside the tensors. Nothing of it is looked at. */
  private static boolean ignored(String global) {
    return switch (global) {
      case "argparse Namespace",
          "types SimpleNamespace",
          "pathlib PosixPath",
          "pathlib PurePosixPath",
          "pathlib WindowsPath",
          "pathlib PureWindowsPath",
          "pathlib._local PosixPath",
          "pathlib._local WindowsPath",
          "collections Counter",
          "collections defaultdict",
          "builtins set",
          "builtins frozenset",
          "builtins list",
          "builtins dict",
          "builtins int",
          "builtins float",
          "builtins complex",
          "builtins bytearray",
          "__builtin__ set",
          "__builtin__ frozenset",
          "__builtin__ list",
          "__builtin__ dict",
          "__builtin__ int",
          "__builtin__ float",
          "__builtin__ complex",
          "__builtin__ bytearray",
          "_codecs encode",
          "numpy dtype",
          "numpy ndarray",
          "numpy.core.multiarray scalar",
          "numpy.core.multiarray _reconstruct",
          "numpy._core.multiarray scalar",
          "numpy._core.multiarray _reconstruct",
          "torch device",
          "torch Tensor",
          "torch.nn.parameter Parameter",
          "torch.jit._pickle build_intlist",
          "torch.jit._pickle build_doublelist",
          "torch.jit._pickle build_boollist",
          "torch.jit._pickle build_tensorlist",
          "torch.jit._pickle restore_type_tag" ->
          true;
      default -> false;
    };
  }
}
