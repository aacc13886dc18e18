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
import org.palimpsest.registry.ExpectedTensor;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.StrictMatch;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.TensorFile;
import org.palimpsest.registry.format.TensorView;
import org.palimpsest.vision.maskclip.MaskClipConfig;

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
    List<ExpectedTensor> expected = MaskClipArchitecture.tensors(config);
    StrictMatch.check("The weights", file, expected);
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (ExpectedTensor parameter : expected) {
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
}
