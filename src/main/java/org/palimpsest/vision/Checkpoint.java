package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.TensorDifferences;
import org.palimpsest.registry.format.TensorFile;
import org.palimpsest.registry.format.TensorView;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;

/** From a file of named tensors to the parameters of a configuration, strictly. */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * Loads every parameter of the configuration.
   *
   * <p>float32 tensors on the CPU are read in place from the mapped file, which must stay open and
   * unchanged as long as they are used, and must not be written to; others are copied.
   *
   * @throws ModelException naming the keys, if one is missing, surplus or of another shape
   */
  public static Map<String, NDArray> load(TensorFile file, MaskClipConfig config, NDManager manager)
      throws IOException, ModelException {
    List<Parameter> expected = MaskClipParameters.of(config);
    check(file, expected);
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (Parameter parameter : expected) {
      tensors.put(parameter.name(), tensor(file.tensor(parameter.name()), manager));
    }
    return tensors;
  }

  private static NDArray tensor(TensorView view, NDManager manager) throws IOException {
    Shape shape = new Shape(view.shape());
    if (view.dtype() == DType.F32) {
      return manager.create(view.buffer(), shape, DataType.FLOAT32);
    }
    return manager.create(FloatBuffer.wrap(view.floats()), shape, DataType.FLOAT32);
  }

  private static void check(TensorFile file, List<Parameter> expected)
      throws IOException, ModelException {
    SequencedMap<String, long[]> shapes = new LinkedHashMap<>();
    expected.forEach(parameter -> shapes.put(parameter.name(), parameter.shape()));
    TensorDifferences differences = TensorDifferences.between(file, shapes);
    if (!differences.isEmpty()) {
      throw new ModelException(
          "MOD-20",
          "The weights do not fit the model card's configuration: " + differences.summary() + ".");
    }
  }
}
