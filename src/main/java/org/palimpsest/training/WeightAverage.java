package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Exponential moving average of trained weights over updates (Polyak averaging), which generalises
 * better than the last weights of a short run. Early on it forgets faster: its memory after n
 * updates is (1 + n) / (10 + n) at most.
 */
final class WeightAverage implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, NDArray> parameters;
  private final double keep;
  private final Map<String, NDArray> averages = new LinkedHashMap<>();

  /**
   * Starts at the parameters' present values.
   *
   * @param parameters those that are trained
   * @param keep share of the past, 0 to below 1; with 0 nothing is kept
   */
  WeightAverage(NDManager parent, Map<String, NDArray> parameters, double keep) {
    this.manager = parent.newSubManager();
    this.parameters = parameters;
    this.keep = keep;
    if (keep > 0) {
      parameters.forEach(
          (name, parameter) -> {
            NDArray average = manager.zeros(parameter.getShape());
            average.addi(parameter);
            averages.put(name, average);
          });
    }
  }

  /**
   * Takes in the weights after an update.
   *
   * @param updates done so far, this one included
   */
  void update(long updates) {
    double share = Math.min(keep, (1.0 + updates) / (10.0 + updates));
    averages.forEach(
        (name, average) -> {
          try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray parameter = parameters.get(name);
            if (parameter == null) {
              throw new IllegalStateException("No parameter " + name);
            }
            average.muli(share).addi(parameter.mul(1 - share));
          }
        });
  }

  /** The averages by parameter name; empty when none are kept. */
  Map<String, NDArray> averages() {
    return averages;
  }

  @Override
  public void close() {
    manager.close();
  }
}
