package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.vision.Preprocessing;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.maskclip.TextFeatures;
import org.palimpsest.vision.nn.Noise;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/**
 * Forward, backward and update on the examples of one update; one thread. Frozen groups build no
 * graph.
 */
public final class TrainingStep implements AutoCloseable {
  private final TrainingPlan plan;
  private final Map<String, NDArray> parameters;
  private final NDManager manager;
  private final Torch torch;
  private final Gradients gradients;
  private final AdamW optimizer;
  private final WeightAverage average;
  private final NanGuard guard = new NanGuard();
  private final Preprocessing preprocessing = new Preprocessing();

  /**
   * @param parameters in memory of their own; those of the trained groups are updated in place
   */
  public TrainingStep(
      TrainingPlan plan, Map<String, NDArray> parameters, Torch torch, NDManager parent) {
    this.plan = plan;
    this.parameters = parameters;
    this.torch = torch;
    this.manager = parent.newSubManager();
    Map<String, NDArray> trained = new LinkedHashMap<>();
    parameters.forEach(
        (name, parameter) -> {
          if (plan.groups().contains(ParameterGroup.of(name)) && !Unused.in(plan.config(), name)) {
            trained.put(name, parameter);
          }
        });
    this.gradients = new Gradients(trained);
    this.optimizer = new AdamW(manager, trained, plan.weightDecay());
    this.average = new WeightAverage(manager, trained, plan.technique().averaging());
  }

  /**
   * One update, from as many equal parts of the examples as the plan says.
   *
   * @throws TrainingException naming the first tensor that is not finite; nothing was updated then
   */
  public StepResult run(List<TrainingExample> examples, double learningRate) {
    int parts = plan.technique().accumulation();
    int each = examples.size() / parts;
    double[] sums = new double[6];
    try {
      for (int part = 0; part < parts; part++) {
        add(sums, accumulate(examples.subList(part * each, (part + 1) * each), part, parts));
      }
      torch.enterThread(false);
      double norm;
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Map<String, NDArray> current = gradients.current();
        norm = Gradients.clip(current, plan.technique().clipNorm());
        if (!Double.isFinite(norm)) {
          guard.checkGradients(current);
          throw new TrainingException(
              "TRN-01", "Training stopped: the gradients' norm is not a finite number.");
        }
        optimizer.step(current, learningRate);
      }
      average.update(optimizer.steps());
      return new StepResult(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], norm);
    } finally {
      gradients.clear();
    }
  }

  private static void add(double[] sums, double[] terms) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += terms[i];
    }
  }

  /** Adds one part's gradients; returns its share of the losses and of the right classes. */
  private double[] accumulate(List<TrainingExample> examples, int part, int parts) {
    try (NDManager scratch = manager.newSubManager();
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      torch.enterThread(true);
      Batch batch = Batch.of(examples, preprocessing, scratch);
      long number = optimizer.steps() * parts + part;
      Build build =
          Build.inference(torch).with(Noise.seeded(plan.seed() * 1_000_003 + number, torch));
      Weights weights = new Weights(parameters);
      NDArray text = new TextFeatures(plan.config(), weights, build).forward();
      MaskClip.Output output =
          new MaskClip(plan.config(), weights, weights, build).forward(batch.image(), text);
      guard.checkOutput(output);
      MaskClipLoss.Terms terms =
          plan.technique().loss().of(output, batch.labels(), batch.mask(), batch.edges(), build);
      gradients.accumulate(parts == 1 ? terms.total() : torch.scaled(terms.total(), 1.0 / parts));
      torch.enterThread(false);
      return new double[] {
        terms.classification().getFloat() / parts,
        terms.mask().getFloat() / parts,
        terms.edge().getFloat() / parts,
        terms.ranking().getFloat() / parts,
        terms.total().getFloat() / parts,
        rightClasses(output, batch) / parts
      };
    }
  }

  private static double rightClasses(MaskClip.Output output, Batch batch) {
    long[] predicted = output.classLogits().argMax(1).toLongArray();
    long[] labels = batch.labels().toLongArray();
    double right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += predicted[i] == labels[i] ? 1 : 0;
    }
    return right / labels.length;
  }

  /** The moving average of the weights. */
  WeightAverage average() {
    return average;
  }

  /** For saving and resuming. */
  public AdamW optimizer() {
    return optimizer;
  }

  /** Tensors that live as long as this; a number that grew with the updates would be a leak. */
  int heldTensors() {
    return managed(manager) + torch.heldTensors();
  }

  private static int managed(NDManager manager) {
    return manager.getManagedArrays().size() + manager.getParentManager().getManagedArrays().size();
  }

  @Override
  public void close() {
    average.close();
    optimizer.close();
    manager.close();
  }
}
