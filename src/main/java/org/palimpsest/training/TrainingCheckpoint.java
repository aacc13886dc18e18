package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;

/**
 * The state of a run on disk, enough to go on as if it had never stopped: one safetensors file with
 * the parameters, the optimizer's moments, the moving averages and the number of steps done.
 *
 * @param file replaced as a whole at every save
 */
public record TrainingCheckpoint(Path file) {
  private static final String STEP = "step";
  private static final String MODEL = "model.";
  private static final String OPTIMIZER = "optimizer.";
  private static final String AVERAGE = "average.";

  /** Saves; the previous state stays until the new one is complete. */
  void save(Map<String, NDArray> parameters, TrainingStep step) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors(parameters, step).forEach((name, tensor) -> tensors.put(name, source(tensor)));
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    metadata.put(STEP, Long.toString(step.optimizer().steps()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    SafetensorsWriter.write(file, tensors, metadata, DType.F32);
  }

  private static Map<String, NDArray> tensors(Map<String, NDArray> parameters, TrainingStep step) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    parameters.forEach((name, tensor) -> tensors.put(MODEL + name, tensor));
    step.optimizer().state().forEach((name, tensor) -> tensors.put(OPTIMIZER + name, tensor));
    step.average().averages().forEach((name, tensor) -> tensors.put(AVERAGE + name, tensor));
    return tensors;
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Loads into tensors of the same names and shapes.
   *
   * @throws TrainingException if the file belongs to another network or set of trained groups
   */
  void restore(Map<String, NDArray> parameters, TrainingStep step) throws IOException {
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      Map<String, NDArray> targets = tensors(parameters, step);
      String steps = saved.metadata().get(STEP);
      if (!saved.names().equals(targets.keySet()) || steps == null) {
        throw new TrainingException(
            "TRN-03",
            "%s was saved by a run of another network or other trained parts.".formatted(file));
      }
      for (Map.Entry<String, NDArray> target : targets.entrySet()) {
        target.getValue().set(saved.floats(target.getKey()));
      }
      step.optimizer().resume(Long.parseLong(steps));
    }
  }

  /**
   * Writes the parameters alone, in half precision, as a model's weights: their moving averages
   * where the run kept any, else the last values.
   */
  void export(Path target, MaskClipConfig config) throws IOException {
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
      for (Parameter parameter : MaskClipParameters.of(config)) {
        String average = AVERAGE + parameter.name();
        boolean averaged = saved.names().contains(average);
        float[] values = saved.floats(averaged ? average : MODEL + parameter.name());
        tensors.put(parameter.name(), TensorSource.of(parameter.shape(), values));
      }
      SafetensorsWriter.write(target, tensors, new LinkedHashMap<>(), DType.F16);
    }
  }

  static TensorSource source(NDArray tensor) {
    return new TensorSource(tensor.getShape().getShape(), tensor::toFloatArray);
  }
}
