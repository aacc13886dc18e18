package org.palimpsest.vision.nn;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtModel;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operators of libtorch that DJL lacks, differentiable, on any device.
 *
 * <p>All the engine calls that DJL cannot make safely live here: bfloat16 tensors are created and
 * left only through {@link #toBfloat16} and {@link #toFloat32}; naming that type in a DJL call ends
 * the process. Results belong to the manager of the first argument.
 */
public final class Torch implements AutoCloseable {
  private static final String METHODS =
      """
        def attend(self: __torch__.Operators, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(q, k, v)
        def attend_causal(self: __torch__.Operators, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(q, k, v, None, 0., True)
        def attend_unscaled(self: __torch__.Operators, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(q, k, v, None, 0., False, scale=1.)
        def bilinear(self: __torch__.Operators, x: Tensor, like: Tensor) -> Tensor:
          return torch.upsample_bilinear2d(x, [torch.size(like, 1), torch.size(like, 2)], False)
        def bilinear_corners(self: __torch__.Operators, x: Tensor, like: Tensor) -> Tensor:
          return torch.upsample_bilinear2d(x, [torch.size(like, 1), torch.size(like, 2)], True)
        def bicubic(self: __torch__.Operators, x: Tensor, like: Tensor) -> Tensor:
          return torch.upsample_bicubic2d(x, [torch.size(like, 1), torch.size(like, 2)], False)
        def nearest(self: __torch__.Operators, x: Tensor, like: Tensor) -> Tensor:
          return torch.upsample_nearest2d(x, [torch.size(like, 1), torch.size(like, 2)])
        def deconvolve2(self: __torch__.Operators, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
          return torch.conv_transpose2d(x, w, b, [2, 2])
        def to_bfloat16(self: __torch__.Operators, x: Tensor) -> Tensor:
          return torch.to(x, 15)
        def to_float32(self: __torch__.Operators, x: Tensor) -> Tensor:
          return torch.to(x, 6)
        def masked(self: __torch__.Operators, x: Tensor, mask: Tensor) -> Tensor:
          return torch.mul(x, torch.type_as(mask, x))
        def binary_cross_entropy(self: __torch__.Operators, p: Tensor, y: Tensor) -> Tensor:
          return torch.binary_cross_entropy(p, y)
        def logit_cross_entropy(self: __torch__.Operators, x: Tensor, y: Tensor, w: Tensor) -> Tensor:
          return torch.binary_cross_entropy_with_logits(x, y, w)
        def cross_entropy(self: __torch__.Operators, x: Tensor, y: Tensor) -> Tensor:
          return torch.nll_loss(torch.log_softmax(x, 1), y)
        def rows(self: __torch__.Operators, x: Tensor, index: Tensor) -> Tensor:
          return torch.index_select(x, 0, index)
        def token(self: __torch__.Operators, x: Tensor, like: Tensor) -> Tensor:
          return torch.select(x, 1, torch.size(like, 1))
      """
          .indent(0);

  private final Model model;
  private final PtSymbolBlock module;
  private final Map<String, NDArray> methods = new HashMap<>();
  private final Map<Double, NDArray> constants = new ConcurrentHashMap<>();

  /** Loads the operators onto a device; takes a few milliseconds. */
  public Torch(Device device) {
    model = Model.newInstance("operators", device, "PyTorch");
    byte[] archive = new TorchScriptArchive(METHODS).bytes();
    try {
      ((PtModel) model).load(new ByteArrayInputStream(archive), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      throw new IllegalStateException("libtorch refuses the operator module", e);
    }
    module = (PtSymbolBlock) model.getBlock();
    METHODS
        .lines()
        .filter(line -> line.strip().startsWith("def "))
        .map(line -> line.strip().substring(4, line.strip().indexOf('(')))
        .forEach(this::declare);
  }

  private void declare(String method) {
    NDArray name = model.getNDManager().create(0f);
    name.setName("module_method:" + method);
    methods.put(method, name);
  }

  /**
   * Readies the calling thread; to be called before the first operation on every thread, since a
   * fresh one records gradients.
   *
   * @param gradients whether operations are recorded for a backward pass
   */
  public void enterThread(boolean gradients) {
    JniUtils.setGradMode(gradients);
    // The profiling executor recompiles for every new shape; a few operators do not repay that.
    JniUtils.setGraphExecutorOptimize(false);
  }

  /** The device the operators were loaded for. */
  public Device device() {
    return model.getNDManager().getDevice();
  }

  /**
   * Softmax(q kᵀ / √d) v.
   *
   * @param q [B, heads, N, d]
   * @param k [B, heads, M, d]
   * @param v [B, heads, M, d]
   * @return [B, heads, N, d]
   */
  public NDArray attend(NDArray q, NDArray k, NDArray v) {
    return call("attend", q, k, v);
  }

  /** {@link #attend} where a query sees no later key. */
  public NDArray attendCausal(NDArray q, NDArray k, NDArray v) {
    return call("attend_causal", q, k, v);
  }

  /** {@link #attend} without the division by √d. */
  public NDArray attendUnscaled(NDArray q, NDArray k, NDArray v) {
    return call("attend_unscaled", q, k, v);
  }

  /** Bilinear resampling of [B, C, H, W], half-pixel centres, no antialiasing. */
  public NDArray bilinear(NDArray x, long height, long width) {
    return resample("bilinear", x, height, width);
  }

  /** Bilinear resampling of [B, C, H, W] whose corner pixels coincide, no antialiasing. */
  public NDArray bilinearCorners(NDArray x, long height, long width) {
    return resample("bilinear_corners", x, height, width);
  }

  /** Bicubic resampling (A = -0.75) of [B, C, H, W], half-pixel centres, no antialiasing. */
  public NDArray bicubic(NDArray x, long height, long width) {
    return resample("bicubic", x, height, width);
  }

  /** Nearest-neighbour resampling of [B, C, H, W]. */
  public NDArray nearest(NDArray x, long height, long width) {
    return resample("nearest", x, height, width);
  }

  /** Transposed 2×2 convolution with stride 2: [B, C, H, W] → [B, O, 2H, 2W]. */
  public NDArray deconvolve2(NDArray x, NDArray weight, NDArray bias) {
    return call("deconvolve2", x, weight, bias);
  }

  public NDArray toBfloat16(NDArray x) {
    return call("to_bfloat16", x);
  }

  public NDArray toFloat32(NDArray x) {
    return call("to_float32", x);
  }

  /** x times a float32 mask that is brought to the type of x first. */
  NDArray masked(NDArray x, NDArray mask) {
    return call("masked", x, mask);
  }

  /** Mean binary cross-entropy of probabilities; the logarithm is clamped at -100. */
  public NDArray binaryCrossEntropy(NDArray probability, NDArray target) {
    return call("binary_cross_entropy", probability, target);
  }

  /** Mean over all elements of weight · binary cross-entropy of logits. */
  public NDArray logitCrossEntropy(NDArray logit, NDArray target, NDArray weight) {
    return call("logit_cross_entropy", logit, target, weight);
  }

  /** Mean cross-entropy of class logits [B, K] against int64 labels [B]. */
  public NDArray crossEntropy(NDArray logits, NDArray labels) {
    return call("cross_entropy", logits, labels);
  }

  /** Rows of [N, ...] by int64 index [M]; unlike advanced indexing its gradient is repeatable. */
  public NDArray rows(NDArray x, NDArray index) {
    return call("rows", x, index);
  }

  /** Token {@code index} of [B, N, C] → [B, C]. */
  public NDArray token(NDArray x, long index) {
    return withSize(x, new Shape(0, index), "token");
  }

  /**
   * x times a constant. DJL's own product with a number hands the engine a tensor over Java memory
   * that is freed at once; the backward pass would read it.
   */
  public NDArray scaled(NDArray x, double factor) {
    return x.mul(constants.computeIfAbsent(factor, this::constant));
  }

  private NDArray constant(double value) {
    NDArray constant = owned(model.getNDManager().create((float) value));
    NDScope.unregister(constant);
    return constant;
  }

  /** The same values in the engine's own memory; what a backward pass will read must be there. */
  public static NDArray owned(NDArray overJavaMemory) {
    try (overJavaMemory) {
      return overJavaMemory.duplicate();
    }
  }

  private NDArray resample(String method, NDArray x, long height, long width) {
    return withSize(x, new Shape(0, height, width), method);
  }

  /** Sizes travel as the shape of an empty tensor: reading it never waits for the device. */
  private NDArray withSize(NDArray x, Shape size, String method) {
    try (NDArray like = x.getManager().create(size)) {
      return call(method, x, like);
    }
  }

  private NDArray call(String method, NDArray... arguments) {
    NDArray name = methods.get(method);
    if (name == null) {
      throw new IllegalArgumentException("No operator " + method);
    }
    NDList list = new NDList(arguments);
    list.add(name);
    // "Training" only means: obey the thread's gradient mode instead of forcing inference mode,
    // whose results could not be saved for a later backward pass.
    return IValueUtils.forward(module, list, true).singletonOrThrow();
  }

  /** Tensors kept until this is closed: names of operators and constants. */
  public int heldTensors() {
    return model.getNDManager().getManagedArrays().size();
  }

  @Override
  public void close() {
    model.close();
  }
}
