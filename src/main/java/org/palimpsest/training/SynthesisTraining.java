package org.palimpsest.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Progress;
import org.palimpsest.training.data.ForgerySynthesiser;
import org.palimpsest.training.data.PhotoLibrary;
import org.palimpsest.training.data.Regenerator;

/**
 * Trains a network from authentic photographs alone: first the autoencoder that re-generates areas,
 * then the network on synthesised edits. Everything lies in one working folder, from which a
 * stopped training goes on.
 */
public final class SynthesisTraining {
  private static final int AUTOENCODER_SIDE = 256;
  private static final double AUTOENCODER_DIFFICULTY = 0.3;

  private final PhotoLibrary library;
  private final Path work;
  private final int autoencoderSteps;

  /**
   * @param work folder for the autoencoder and the checkpoint
   */
  public SynthesisTraining(PhotoLibrary library, Path work, int autoencoderSteps) {
    this.library = library;
    this.work = work;
    this.autoencoderSteps = autoencoderSteps;
  }

  /**
   * Trains until done or cancelled.
   *
   * @param ramp number of the example from which on every kind and grade of edit occurs
   * @param startingFrom parameter values to start with, empty for random ones
   * @return whether the plan was completed
   */
  public boolean run(
      TrainingPlan plan,
      long ramp,
      Map<String, float[]> startingFrom,
      TrainingRun.StepListener listener,
      Progress progress)
      throws IOException {
    Files.createDirectories(work);
    if (autoencoderSteps == 0) {
      return train(plan, ramp, null, startingFrom, listener, progress);
    }
    try (Autoencoder autoencoder = autoencoder(plan.seed(), progress)) {
      if (progress.isCancelled()) {
        return false;
      }
      return train(plan, ramp, autoencoder, startingFrom, listener, progress);
    }
  }

  private boolean train(
      TrainingPlan plan,
      long ramp,
      @Nullable Regenerator regenerator,
      Map<String, float[]> startingFrom,
      TrainingRun.StepListener listener,
      Progress progress)
      throws IOException {
    ExampleSource examples =
        new SynthesisExamples(library, regenerator, plan.config().imageSize(), ramp, plan.seed());
    return new TrainingRun(plan, examples, checkpoint(), listener).run(startingFrom, progress);
  }

  /**
   * Publishes the trained weights as a model.
   *
   * @param root folder that holds models
   * @param card complete but for the digest of the weights
   */
  public RegisteredModel publish(Path root, ModelCard card, TrainingPlan plan)
      throws ModelException {
    return ModelRegistry.publish(root, card, file -> checkpoint().export(file, plan.config()));
  }

  private TrainingCheckpoint checkpoint() {
    return new TrainingCheckpoint(work.resolve("checkpoint.safetensors"));
  }

  private Autoencoder autoencoder(long seed, Progress progress) throws IOException {
    Path file = work.resolve("autoencoder.safetensors");
    if (Files.exists(file)) {
      return Autoencoder.load(file);
    }
    Autoencoder autoencoder = new Autoencoder(seed);
    ForgerySynthesiser pictures =
        new ForgerySynthesiser(library, null, AUTOENCODER_SIDE, AUTOENCODER_DIFFICULTY);
    autoencoder.train(number -> pictures.untouched(number).image(), autoencoderSteps, progress);
    if (!progress.isCancelled()) {
      autoencoder.save(file);
    }
    return autoencoder;
  }
}
