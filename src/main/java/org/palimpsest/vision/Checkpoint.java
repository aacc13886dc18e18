package org.palimpsest.vision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;
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
  public static Map<String, NDArray> load(
      SafetensorsFile file, MaskClipConfig config, NDManager manager)
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

  private static void check(SafetensorsFile file, List<Parameter> expected)
      throws IOException, ModelException {
    List<String> problems = new ArrayList<>();
    TreeSet<String> surplus = new TreeSet<>(file.names());
    for (Parameter parameter : expected) {
      if (!surplus.remove(parameter.name())) {
        problems.add("missing " + parameter.name());
        continue;
      }
      long[] shape = file.tensor(parameter.name()).shape();
      if (!Arrays.equals(shape, parameter.shape())) {
        problems.add(
            "%s is %s, not %s"
                .formatted(
                    parameter.name(), Arrays.toString(shape), Arrays.toString(parameter.shape())));
      }
    }
    surplus.forEach(name -> problems.add("surplus " + name));
    if (!problems.isEmpty()) {
      throw new ModelException(
          "MOD-20",
          "The weights do not fit the model card's configuration: " + shortened(problems) + ".");
    }
  }

  private static String shortened(List<String> problems) {
    int shown = Math.min(20, problems.size());
    String list = String.join("; ", problems.subList(0, shown));
    return shown == problems.size() ? list : list + "; and " + (problems.size() - shown) + " more";
  }
}
