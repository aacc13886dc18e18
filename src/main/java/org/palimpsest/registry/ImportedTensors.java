package org.palimpsest.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.FormatException;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.tasks.Progress;

/**
 * Tensors on their way from a checkpoint into a model: one in memory at a time, each looked at for
 * values that are no numbers.
 */
final class ImportedTensors {
  private final List<ExpectedTensor> expected;
  private final Progress progress;

  /** Where the values of a tensor come from. */
  interface Values {
    float[] of(ExpectedTensor tensor) throws IOException;
  }

  ImportedTensors(List<ExpectedTensor> expected, Progress progress) {
    this.expected = expected;
    this.progress = progress;
  }

  /**
   * A writer of all tensors in the network's order.
   *
   * @return fails with {@link UncheckedIOException} on unusable values and with {@link
   *     CancellationException} when nobody wants the model any more
   */
  WeightsWriter from(Values values, DType dtype) {
    return file -> {
      SequencedMap<String, TensorSource> sources = new LinkedHashMap<>();
      for (int i = 0; i < expected.size(); i++) {
        int number = i;
        ExpectedTensor tensor = expected.get(i);
        sources.put(
            tensor.name(), new TensorSource(tensor.shape(), () -> next(values, tensor, number)));
      }
      SafetensorsWriter.write(file, sources, new LinkedHashMap<>(), dtype);
      progress.report(expected.size(), expected.size(), file.getFileName().toString());
    };
  }

  private float[] next(Values values, ExpectedTensor tensor, int number) {
    if (progress.isCancelled()) {
      throw new CancellationException();
    }
    progress.report(number, expected.size(), tensor.name());
    try {
      float[] read = values.of(tensor);
      for (float value : read) {
        if (!Float.isFinite(value)) {
          throw new FormatException(
              "MOD-33", "The tensor %s holds %s.".formatted(tensor.name(), value));
        }
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
