package org.palimpsest.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;
import org.palimpsest.vision.nn.Torch;

/**
 * A training run: examples made ahead in the background, one step after another, saved every now
 * and then. A run that was stopped goes on from its last checkpoint.
 */
public final class TrainingRun {
  private static final Duration BETWEEN_SAVES = Duration.ofMinutes(3);
  private static final int BATCHES_AHEAD = 3;

  private final TrainingPlan plan;
  private final ExampleSource examples;
  private final TrainingCheckpoint checkpoint;
  private final StepListener listener;

  /** Hears of every step, on the training thread. */
  @FunctionalInterface
  public interface StepListener {
    /**
     * @param step counted from 1
     * @param rate the learning rate it was made with
     */
    void stepped(long step, double rate, StepResult result);
  }

  public TrainingRun(
      TrainingPlan plan,
      ExampleSource examples,
      TrainingCheckpoint checkpoint,
      StepListener listener) {
    this.plan = plan;
    this.examples = examples;
    this.checkpoint = checkpoint;
    this.listener = listener;
  }

  /**
   * Trains to the end of the plan or until cancelled; in either case the last state is saved.
   *
   * @param startingFrom values by parameter name to start with instead of random ones, or empty
   * @return whether the plan was completed
   * @throws TrainingException if it cannot go on; the last checkpoint stays
   */
  public boolean run(Map<String, float[]> startingFrom, Progress progress) throws IOException {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu());
        BackgroundPool pool = new BackgroundPool("examples", 1)) {
      Map<String, NDArray> parameters = parameters(manager, startingFrom);
      try (TrainingStep step =
          new TrainingStep(plan, parameters, torch, manager)) {
        torch.enterThread(false);
        if (checkpoint.exists()) {
          checkpoint.restore(parameters, step);
        }
        try {
          steps(step, parameters, pool, progress);
        } finally {
          // an update is never half done here: a failing step changes nothing
          checkpoint.save(parameters, step);
        }
        return step.optimizer().steps() >= plan.steps();
      }
    }
  }

  private Map<String, NDArray> parameters(NDManager manager, Map<String, float[]> startingFrom) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    for (Parameter parameter : MaskClipParameters.of(plan.config())) {
      float[] values = startingFrom.get(parameter.name());
      if (values == null) {
        values = parameter.values(plan.seed());
      }
      NDArray tensor = Torch.owned(manager.create(values, new Shape(parameter.shape())));
      parameters.put(parameter.name(), tensor);
    }
    return parameters;
  }

  private void steps(
      TrainingStep step, Map<String, NDArray> parameters, BackgroundPool pool, Progress progress)
      throws IOException {
    long saved = System.nanoTime();
    long next = step.optimizer().steps();
    Queue<Future<List<TrainingExample>>> ahead = new ArrayDeque<>();
    while (step.optimizer().steps() < plan.steps() && !progress.isCancelled()) {
      while (ahead.size() < BATCHES_AHEAD) {
        long first = next++ * plan.batch();
        ahead.add(pool.submit(() -> batch(first)));
      }
      double rate = plan.rate(step.optimizer().steps());
      StepResult result = step.run(taken(ahead.remove()), rate);
      long done = step.optimizer().steps();
      listener.stepped(done, rate, result);
      progress.report(done, plan.steps(), "loss %.4f".formatted(result.total()));
      if (System.nanoTime() - saved > BETWEEN_SAVES.toNanos()) {
        checkpoint.save(parameters, step);
        saved = System.nanoTime();
      }
    }
    ahead.forEach(future -> future.cancel(false));
  }

  private List<TrainingExample> batch(long first) {
    List<TrainingExample> batch = new ArrayList<>();
    for (int i = 0; i < plan.batch(); i++) {
      batch.add(examples.example(first + i));
    }
    return batch;
  }

  private static List<TrainingExample> taken(Future<List<TrainingExample>> batch) {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("TRN-05", "Training was interrupted.", e);
    } catch (ExecutionException e) {
      throw new TrainingException("TRN-04", "A training example could not be made.", e);
    }
  }
}
