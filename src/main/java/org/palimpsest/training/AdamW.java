package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), PyTorch's order of operations.
 *
 * <p>The decay spares vectors, scalars and biases, as the released code does. Moments live in
 * tensors of their own, so that a run can be saved and resumed.
 */
public final class AdamW implements AutoCloseable {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDManager manager;
  private final Map<String, NDArray> parameters;
  private final double weightDecay;
  private final Map<String, NDArray> first = new LinkedHashMap<>();
  private final Map<String, NDArray> second = new LinkedHashMap<>();
  private long steps;

  /**
   * @param parameters those that are trained, updated in place
   * @param weightDecay rate of the decay, 0.05 as released
   */
  public AdamW(NDManager parent, Map<String, NDArray> parameters, double weightDecay) {
    this.manager = parent.newSubManager();
    this.parameters = parameters;
    this.weightDecay = weightDecay;
    parameters.forEach(
        (name, parameter) -> {
          first.put(name, manager.zeros(parameter.getShape()));
          second.put(name, manager.zeros(parameter.getShape()));
        });
  }

  /** Whether the released code decays this parameter. */
  static boolean decays(String name, NDArray parameter) {
    return parameter.getShape().dimension() > 1 && !name.endsWith(".bias");
  }

  /**
   * One update.
   *
   * @param gradients for every parameter, by name
   */
  public void step(Map<String, NDArray> gradients, double learningRate) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    parameters.forEach(
        (name, parameter) -> {
          try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray gradient = gradients.get(name);
            NDArray m = moment(first, name);
            NDArray v = moment(second, name);
            if (gradient == null) {
              throw new IllegalArgumentException("No gradient for " + name);
            }
            if (decays(name, parameter)) {
              parameter.muli(1 - learningRate * weightDecay);
            }
            m.muli(BETA1).addi(gradient.mul(1 - BETA1));
            v.muli(BETA2).addi(gradient.square().mul(1 - BETA2));
            NDArray deviation = v.sqrt().divi(correction2).addi(EPSILON);
            parameter.subi(m.div(deviation).muli(learningRate / correction1));
          }
        });
  }

  private static NDArray moment(Map<String, NDArray> moments, String name) {
    NDArray moment = moments.get(name);
    if (moment == null) {
      throw new IllegalStateException("No moment for " + name);
    }
    return moment;
  }

  public long steps() {
    return steps;
  }

  /** Moments by parameter name, prefixed {@code first.} and {@code second.}, for a checkpoint. */
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    first.forEach((name, moment) -> state.put("first." + name, moment));
    second.forEach((name, moment) -> state.put("second." + name, moment));
    return state;
  }

  /** Goes on after {@code steps} updates; the moments have been set through {@link #state}. */
  public void resume(long stepsDone) {
    this.steps = stepsDone;
  }

  @Override
  public void close() {
    manager.close();
  }
}
