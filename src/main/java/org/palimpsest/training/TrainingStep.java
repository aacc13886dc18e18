package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.vision.Preprocessing;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.TextFeatures;
import org.palimpsest.vision.nn.Noise;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/** Forward, backward and update on one batch; one thread. Frozen groups build no graph. */
public final class TrainingStep implements AutoCloseable {
  private final MaskClipConfig config;
  private final Map<String, NDArray> parameters;
  private final NDManager manager;
  private final Torch torch;
  private final Gradients gradients;
  private final AdamW optimizer;
  private final NanGuard guard = new NanGuard();
  private final Preprocessing preprocessing = new Preprocessing();
  private final long seed;

  /**
   * @param parameters in memory of their own; those of the trained groups are updated in place
   * @param groups what is trained
   */
  public TrainingStep(
      MaskClipConfig config,
      Map<String, NDArray> parameters,
      Set<ParameterGroup> groups,
      double weightDecay,
      Torch torch,
      NDManager parent,
      long seed) {
    this.config = config;
    this.parameters = parameters;
    this.torch = torch;
    this.manager = parent.newSubManager();
    this.seed = seed;
    Map<String, NDArray> trained = new LinkedHashMap<>();
    parameters.forEach(
        (name, parameter) -> {
          if (groups.contains(ParameterGroup.of(name)) && !Unused.in(config, name)) {
            trained.put(name, parameter);
          }
        });
    this.gradients = new Gradients(trained);
    this.optimizer = new AdamW(manager, trained, weightDecay);
  }

  /**
   * One step.
   *
   * @throws TrainingException naming the first tensor that is not finite; nothing was updated then
   */
  public StepResult run(List<TrainingExample> examples, double learningRate) {
    try (NDManager scratch = manager.newSubManager();
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      torch.enterThread(true);
      Batch batch = Batch.of(examples, preprocessing, scratch);
      Build build = Build.inference(torch).with(Noise.seeded(seed * 1_000_003 + optimizer.steps()));
      Weights weights = new Weights(parameters);
      NDArray text = new TextFeatures(config, weights, build).forward();
      MaskClip.Output output =
          new MaskClip(config, weights, weights, build).forward(batch.image(), text);
      guard.checkOutput(output);
      MaskClipLoss.Terms terms =
          MaskClipLoss.RELEASED.of(output, batch.labels(), batch.mask(), batch.edges(), build);
      gradients.accumulate(terms.total());
      torch.enterThread(false);
      Map<String, NDArray> current = gradients.current();
      guard.checkGradients(current);
      optimizer.step(current, learningRate);
      gradients.clear();
      return result(terms, output, batch);
    }
  }

  private static StepResult result(MaskClipLoss.Terms terms, MaskClip.Output output, Batch batch) {
    long[] predicted = output.classLogits().argMax(1).toLongArray();
    long[] labels = batch.labels().toLongArray();
    double right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += predicted[i] == labels[i] ? 1 : 0;
    }
    return new StepResult(
        terms.classification().getFloat(),
        terms.mask().getFloat(),
        terms.edge().getFloat(),
        terms.total().getFloat(),
        right / labels.length);
  }

  /** For saving and resuming. */
  public AdamW optimizer() {
    return optimizer;
  }

  @Override
  public void close() {
    optimizer.close();
    manager.close();
  }
}
