package org.palimpsest.evaluation;

import java.util.List;
import org.palimpsest.evaluation.data.Unusable;

/**
 * What a run over a data set gave.
 *
 * @param measured every picture after every resaving
 * @param unusable pictures that could not be measured, with the reason
 * @param notes what a reader of the figures should know, a sentence each
 * @param complete false when the run was cancelled before the last picture
 */
public record Measurements(
    List<Measured> measured, List<Unusable> unusable, List<String> notes, boolean complete) {
  public Measurements {
    measured = List.copyOf(measured);
    unusable = List.copyOf(unusable);
    notes = List.copyOf(notes);
  }
}
