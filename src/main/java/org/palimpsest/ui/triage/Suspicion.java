package org.palimpsest.ui.triage;

import java.util.Optional;
import java.util.function.Function;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.registry.OperatingPoint;

/**
 * How suspect a result is, as one number by which the list is ordered within an outcome: the
 * statistic of the model's operating point divided by that point, so that 1 reaches it and results
 * of different models can stand in one list. Only for that statistic was it measured what it is
 * worth; the class score of the embedded model, for one, ranks pictures the wrong way round. Where
 * a model has no operating point the class score stands in, which is what such a model publishes.
 *
 * @param points the operating point of a model by its name
 */
record Suspicion(Function<String, Optional<OperatingPoint>> points) {
  double rank(LatestResult result) {
    return points
        .apply(result.model())
        .map(
            point ->
                switch (point.statistic()) {
                      case AREA -> result.areaShare();
                      case IMAGE_SCORE -> result.score();
                    }
                    / Math.max(point.value(), Double.MIN_NORMAL))
        .orElse(result.score());
  }
}
