package org.palimpsest.training.data;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;

/**
 * An authentic photograph as the library keeps it: a few parts at native resolution, cut on the
 * grid of its JPEG blocks, and a smaller copy.
 *
 * @param name file name
 * @param views at least one
 */
record Photograph(String name, List<RgbImage> views) {
  private static final int GRID = 8;

  /** Views of at most the given side, chosen by the dice. */
  static Photograph of(String name, RgbImage pixels, int side, int count, Dice dice) {
    List<RgbImage> views = new ArrayList<>();
    if (pixels.width() <= side && pixels.height() <= side) {
      return new Photograph(name, List.of(pixels));
    }
    for (int i = 0; i < count - 1; i++) {
      views.add(part(pixels, side, dice));
    }
    views.add(part(smaller(pixels, side, dice), side, dice));
    return new Photograph(name, List.copyOf(views));
  }

  private static RgbImage smaller(RgbImage pixels, int side, Dice dice) {
    // From the whole picture in one view to half of its native resolution.
    double whole = (double) side / Math.max(pixels.width(), pixels.height());
    double scale = dice.ratio(Math.min(whole, 0.7), Math.max(0.5, Math.min(0.9, 2 * whole)));
    int width = Math.max(1, (int) Math.round(pixels.width() * scale));
    int height = Math.max(1, (int) Math.round(pixels.height() * scale));
    return dice.chance(0.5)
        ? Resize.area(pixels, width, height)
        : Resize.cubic(pixels, width, height);
  }

  private static RgbImage part(RgbImage pixels, int side, Dice dice) {
    int width = Math.min(side, pixels.width());
    int height = Math.min(side, pixels.height());
    int x = dice.whole(0, (pixels.width() - width) / GRID) * GRID;
    int y = dice.whole(0, (pixels.height() - height) / GRID) * GRID;
    return new Box(x, y, width, height).cut(pixels);
  }

  /** The largest square that some view has room for. */
  int largestSide() {
    return views.stream().mapToInt(view -> Math.min(view.width(), view.height())).max().orElse(0);
  }
}
