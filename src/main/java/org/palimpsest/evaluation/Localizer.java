package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Tile;
import org.palimpsest.imaging.TileBlender;
import org.palimpsest.imaging.TileGrid;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/**
 * A model's answer to an image in memory, at the image's own resolution.
 *
 * @param detector the loaded model
 * @param tiles overlapping tiles at native resolution; otherwise the image is stretched to the
 *     input
 * @param overlap pixels that neighbouring tiles share at least
 */
public record Localizer(Detector detector, boolean tiles, int overlap) {
  /**
   * Class score and localization map of one image.
   *
   * @param score the largest over the inputs, 0..1; no probability
   * @param map in image coordinates, 0..1
   */
  public record Answer(float score, FloatMap map) {
    /** Share of the image whose map lies above a threshold, 0..1. */
    public double areaAbove(double threshold) {
      long above = 0;
      for (float value : map.values()) {
        above += value > threshold ? 1 : 0;
      }
      return (double) above / map.values().length;
    }
  }

  /** Asks the model. */
  public Answer answer(RgbImage image) {
    if (!tiles) {
      return unstretched(stretched(image), image);
    }
    TileBlender blender = new TileBlender(image.width(), image.height());
    List<Tile> grid = TileGrid.of(image.width(), image.height(), detector.inputSize(), overlap);
    float score = 0;
    for (int from = 0; from < grid.size(); ) {
      List<Tile> pass = grid.subList(from, Math.min(grid.size(), from + detector.batchSize()));
      List<RgbImage> inputs = new ArrayList<>();
      pass.forEach(tile -> inputs.add(tile.cut(image)));
      List<InputPrediction> answers = detector.predict(inputs);
      for (int i = 0; i < pass.size(); i++) {
        blender.add(pass.get(i), answers.get(i).map());
        score = Math.max(score, answers.get(i).score());
      }
      from += pass.size();
    }
    return new Answer(score, blender.blended());
  }

  /**
   * The model's answer and the picture under OpenSDID's protocol, which stretches it whatever this
   * model's mode is.
   */
  public record Look(Answer answer, Protocol protocol) {}

  /**
   * Asks the model in its own mode and in the protocol's.
   *
   * @param truth at the picture's size; null where there is none
   */
  public Look look(RgbImage image, @Nullable Mask truth) {
    InputPrediction published = stretched(image);
    return new Look(
        tiles ? answer(image) : unstretched(published, image),
        Protocol.of(published.score(), published.map(), truth));
  }

  private InputPrediction stretched(RgbImage image) {
    int size = detector.inputSize();
    return detector.predict(List.of(Resize.bilinear(image, size, size))).getFirst();
  }

  private static Answer unstretched(InputPrediction prediction, RgbImage image) {
    return new Answer(
        prediction.score(), Resize.bilinear(prediction.map(), image.width(), image.height()));
  }
}
