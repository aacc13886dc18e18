package org.palimpsest.training;

import java.io.IOException;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.StrictMatch;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.vision.MaskClipArchitecture;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.Parameter;

/** The weights that a training begins with. */
public interface StartingPoint {
  /**
   * Makes the values ready to be read.
   *
   * @param config the network that will be trained
   * @throws TrainingException if they are another network's
   */
  Values open(MaskClipConfig config) throws IOException;

  /** What the training starts from, in words that differ wherever the values do. */
  String description();

  /**
   * Initial values, one parameter after another, so that no second copy of a large network lives.
   */
  interface Values extends AutoCloseable {
    float[] of(Parameter parameter) throws IOException;

    @Override
    default void close() {}
  }

  /** Drawn values, the same for the same seed. */
  record Drawn(long seed) implements StartingPoint {
    @Override
    public Values open(MaskClipConfig config) {
      return parameter -> parameter.values(seed);
    }

    @Override
    public String description() {
      return "random values";
    }
  }

  /**
   * The weights of a model, trained before or put together from pretrained parts.
   *
   * @param model verified
   */
  record OfModel(RegisteredModel model) implements StartingPoint {
    @Override
    public Values open(MaskClipConfig config) throws IOException {
      SafetensorsFile file = SafetensorsFile.open(model.weights());
      try {
        StrictMatch.check(
            "The weights of " + model.card().name(), file, MaskClipArchitecture.tensors(config));
      } catch (ModelException e) {
        file.close();
        throw new TrainingException("TRN-06", String.valueOf(e.getMessage()), e);
      }
      return new Values() {
        @Override
        public float[] of(Parameter parameter) throws IOException {
          return file.floats(parameter.name());
        }

        @Override
        public void close() {
          file.close();
        }
      };
    }

    @Override
    public String description() {
      return "the weights of %s (SHA-256 %s)"
          .formatted(model.card().name(), model.card().weightsSha256());
    }
  }
}
