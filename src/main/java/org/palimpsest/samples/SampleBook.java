package org.palimpsest.samples;

import java.util.List;
import org.palimpsest.imaging.Subsampling;

/**
 * The recipes of the shipped samples.
 *
 * @param height of the pictures in pixels; their sides are as 4 to 3
 */
record SampleBook(int height) {
  private static final double[] RED_BRICK = {0.50, 0.22, 0.15};
  private static final double[] PALE_BRICK = {0.56, 0.47, 0.34};
  private static final double[] GREEN = {0.10, 0.30, 0.20};
  private static final double[] BLUE = {0.12, 0.22, 0.42};

  private static final Camera COMPACT =
      new Camera("compact", 11, 0.25, 1, 2600, 9, 0.012, Bayer.BILINEAR, 0.9, 90, Subsampling.S420);
  private static final Camera REFLEX =
      new Camera(
          "reflex",
          12,
          0.12,
          1,
          12000,
          5,
          0.006,
          Bayer.GRADIENT_CORRECTED,
          0.35,
          97,
          Subsampling.S444);
  private static final Camera TELEPHONE =
      new Camera(
          "telephone",
          13,
          0.3,
          2,
          1500,
          7,
          0.015,
          Bayer.GRADIENT_CORRECTED,
          1.3,
          85,
          Subsampling.S420);

  private static final List<StillLife.Ball> BALLS =
      List.of(
          new StillLife.Ball(
              1, -0.75, 0.55, 0.36, Colour.of(0.62, 0.12, 0.10), Colour.of(0.75, 0.62, 0.40), 0),
          new StillLife.Ball(
              2, 0.10, 0.95, 0.45, Colour.of(0.12, 0.25, 0.52), Colour.of(0.72, 0.72, 0.66), 9),
          new StillLife.Ball(
              3, 0.72, 0.25, 0.26, Colour.of(0.15, 0.42, 0.20), Colour.of(0.60, 0.62, 0.22), 0),
          new StillLife.Ball(
              4, -0.12, 0.02, 0.19, Colour.of(0.70, 0.45, 0.10), Colour.of(0.35, 0.14, 0.06), 14));

  /** All recipes; the same height gives the same pictures. */
  List<Recipe> recipes() {
    Shot lake = shot(new Mountains(new Texture(101), 4, 0.0), REFLEX, 0.30, 1);
    Shot evening = shot(new Mountains(new Texture(202), 5, 0.14), TELEPHONE, 0.24, 2);
    Shot shore = shot(new Mountains(new Texture(303), 3, 0.05), COMPACT, 0.28, 3);
    Shot balls = shot(new StillLife(new Texture(404), BALLS), REFLEX, 0.22, 4);
    Shot marbles = shot(new StillLife(new Texture(505), BALLS.subList(0, 3)), COMPACT, 0.25, 5);
    Shot red = shot(new House(new Texture(606), RED_BRICK, GREEN, 3), COMPACT, 0.20, 6);
    Shot pale = shot(new House(new Texture(707), PALE_BRICK, BLUE, 3), TELEPHONE, 0.26, 7);
    Shot town = shot(new NightStreet(new Texture(808)), REFLEX, 0.10, 8);
    Shot alley = shot(new NightStreet(new Texture(909)), COMPACT, 0.12, 9);
    return List.of(
        new Recipe("lake", lake, null, 92, Subsampling.S420),
        new Recipe("evening-lake", evening, null, 85, Subsampling.S420),
        new Recipe("painted-balls", balls, null, 90, Subsampling.S444),
        new Recipe("brick-house", red, null, 88, Subsampling.S420),
        new Recipe("town-at-night", town, null, 90, Subsampling.S420),
        new Recipe("shore-stone-removed", shore, new Edit.Filled(2), 90, Subsampling.S420),
        new Recipe("evening-stone-smoothed", evening, new Edit.Smoothed(2), 88, Subsampling.S420),
        new Recipe(
            "lake-stone-pasted",
            lake,
            new Edit.Pasted(evening, 0.15, 0.02, 3),
            92,
            Subsampling.S420),
        new Recipe(
            "balls-one-copied", marbles, new Edit.Copied(-0.50, 0.10, 3), 90, Subsampling.S420),
        new Recipe("balls-one-regenerated", balls, new Edit.Regenerated(2), 92, Subsampling.S444),
        new Recipe(
            "house-window-pasted", pale, new Edit.Pasted(red, 0, 0, 2), 88, Subsampling.S420),
        new Recipe(
            "alley-regenerated",
            alley,
            new Edit.Regenerated(17, 18, 19, 20, 33, 34, 35, 36),
            90,
            Subsampling.S420));
  }

  private Shot shot(Scene scene, Camera camera, double key, long seed) {
    return new Shot(scene, camera, height / 3 * 4, height, key, seed);
  }
}
