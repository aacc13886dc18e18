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
 * the parameters, the optimizer's moments and the number of steps done.
 *
 * @param file replaced as a whole at every save
 */
public record TrainingCheckpoint(Path file) {
  private static final String STEP = "step";
  private static final String MODEL = "model.";
  private static final String OPTIMIZER = "optimizer.";

  /** Saves; the previous state stays until the new one is complete. */
  public void save(Map<String, NDArray> parameters, AdamW optimizer) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    parameters.forEach((name, tensor) -> tensors.put(MODEL + name, source(tensor)));
    optimizer.state().forEach((name, tensor) -> tensors.put(OPTIMIZER + name, source(tensor)));
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    metadata.put(STEP, Long.toString(optimizer.steps()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    SafetensorsWriter.write(file, tensors, metadata, DType.F32);
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Loads into tensors of the same names and shapes.
   *
   * @throws TrainingException if the file belongs to another network or set of trained groups
   */
  public void restore(Map<String, NDArray> parameters, AdamW optimizer) throws IOException {
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      Map<String, NDArray> targets = new LinkedHashMap<>();
      parameters.forEach((name, tensor) -> targets.put(MODEL + name, tensor));
      optimizer.state().forEach((name, tensor) -> targets.put(OPTIMIZER + name, tensor));
      String step = saved.metadata().get(STEP);
      if (!saved.names().equals(targets.keySet()) || step == null) {
        throw new TrainingException(
            "TRN-03",
            "%s was saved by a run of another network or other trained parts.".formatted(file));
      }
      for (Map.Entry<String, NDArray> target : targets.entrySet()) {
        target.getValue().set(saved.floats(target.getKey()));
      }
      optimizer.resume(Long.parseLong(step));
    }
  }

  /** Writes the parameters alone, in half precision, as a model's weights. */
  void export(Path target, MaskClipConfig config) throws IOException {
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
      for (Parameter parameter : MaskClipParameters.of(config)) {
        float[] values = saved.floats(MODEL + parameter.name());
        tensors.put(parameter.name(), TensorSource.of(parameter.shape(), values));
      }
      SafetensorsWriter.write(target, tensors, new LinkedHashMap<>(), DType.F16);
    }
  }

  static TensorSource source(NDArray tensor) {
    return new TensorSource(tensor.getShape().getShape(), tensor::toFloatArray);
  }
}
