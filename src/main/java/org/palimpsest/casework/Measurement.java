package org.palimpsest.casework;

import java.util.Comparator;
import java.util.List;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.heatmap.Region;

/**
 * What was read off an image: numbers only, no judgement.
 *
 * @param score the largest class score of its inputs, 0..1; a score, not a probability
 * @param areaShare share of the image above the threshold, 0..1
 * @param peak largest map value, 0..1
 * @param regions connected regions above the threshold, largest first
 * @param specks connected parts too small to be listed
 * @param inputs class scores of every input, in reading order
 */
public record Measurement(
    float score,
    double areaShare,
    float peak,
    List<Region> regions,
    int specks,
    List<InputScore> inputs) {
  public Measurement {
    regions = List.copyOf(regions);
    inputs = List.copyOf(inputs);
  }

  static Measurement of(Heatmap heatmap, List<InputScore> inputs) {
    InputScore highest = inputs.stream().max(Comparator.comparing(InputScore::score)).orElseThrow();
    return new Measurement(
        highest.score(),
        heatmap.areaShare(),
        heatmap.peak(),
        heatmap.regions(),
        heatmap.specks(),
        inputs);
  }
}
