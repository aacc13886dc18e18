package org.palimpsest.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Tile;
import org.palimpsest.imaging.TileBlender;
import org.palimpsest.imaging.TileGrid;
import org.palimpsest.vision.InputPrediction;

/** The image at native resolution, tile by tile; each tile's map is blended in as it comes. */
final class TiledInputs implements ImageInputs {
  /** A strip may be padded to so many times its pixels, unless it needs only a few tiles. */
  private static final int MOST_PADDING = 8;

  private static final int FEW_TILES = 32;

  private final RgbImage image;
  private final List<Tile> tiles;
  private @Nullable TileBlender blender;

  /**
   * The tiles of an image.
   *
   * @throws PredictionException for a strip so narrow that the tiles would hold next to nothing
   */
  TiledInputs(RgbImage image, int tile, int overlap) throws PredictionException {
    this.image = image;
    tiles = TileGrid.of(image.width(), image.height(), tile, overlap);
    long pixels = (long) image.width() * image.height();
    if (tiles.size() > FEW_TILES && (long) tiles.size() * tile * tile > MOST_PADDING * pixels) {
      throw PredictionException.tooNarrow(image.width(), image.height(), tiles.size());
    }
  }

  @Override
  public int count() {
    return tiles.size();
  }

  @Override
  public RgbImage input(int index) {
    return tiles.get(index).cut(image);
  }

  @Override
  public void accept(int index, FloatMap map) {
    // Made late: an image that waits for its turn holds its pixels only.
    if (blender == null) {
      blender = new TileBlender(image.width(), image.height());
    }
    blender.add(tiles.get(index), map);
  }

  @Override
  public InputScore score(int index, InputPrediction prediction) {
    Tile tile = tiles.get(index);
    return new InputScore(
        tile.x(),
        tile.y(),
        tile.size(),
        tile.size(),
        prediction.realLogit(),
        prediction.fakeLogit(),
        prediction.score());
  }

  @Override
  public FloatMap map() {
    if (blender == null) {
      throw new IllegalStateException("The image has not been predicted yet");
    }
    return blender.blended();
  }
}
