package org.palimpsest.ui.viewer;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.palimpsest.imaging.Pyramid;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.NewestOnly;

/**
 * The squares of a pyramid that were drawn last, as images of the toolkit, at most a fixed number.
 * Missing ones are made on a background thread, coarse ones first. Used on the FX thread.
 */
final class TileStore {
  /** 192 MiB: more than a screen of 3840 x 2160 pixels needs. */
  private static final int CAPACITY = 192;

  private final Pyramid pyramid;
  private final NewestOnly making;
  private final Consumer<Runnable> fxThread;
  private final Runnable arrived;
  private final Map<TileKey, Image> tiles = new LinkedHashMap<>(16, 0.75f, true);

  TileStore(Pyramid pyramid, BackgroundPool pool, Consumer<Runnable> fxThread, Runnable arrived) {
    this.pyramid = pyramid;
    this.making = new NewestOnly(pool);
    this.fxThread = fxThread;
    this.arrived = arrived;
  }

  @Nullable Image tile(TileKey key) {
    return tiles.get(key);
  }

  int size() {
    return tiles.size();
  }

  /** Makes what is missing of these, in their order, unless asked for others before it is done. */
  void want(List<TileKey> keys) {
    List<TileKey> missing = new ArrayList<>();
    for (TileKey key : keys) {
      if (!tiles.containsKey(key) && !missing.contains(key) && missing.size() < CAPACITY / 2) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      making.ask(() -> make(missing));
    }
  }

  private void make(List<TileKey> missing) {
    for (TileKey key : missing) {
      if (making.isOutdated()) {
        return;
      }
      Image image = image(pyramid.levels().get(key.level()), key);
      fxThread.accept(() -> add(key, image));
    }
  }

  private void add(TileKey key, Image image) {
    tiles.put(key, image);
    if (tiles.size() > CAPACITY) {
      tiles.remove(tiles.keySet().iterator().next());
    }
    arrived.run();
  }

  private static Image image(RgbImage level, TileKey key) {
    int left = key.column() * TileKey.SIDE;
    int top = key.row() * TileKey.SIDE;
    int width = Math.min(TileKey.SIDE, level.width() - left);
    int height = Math.min(TileKey.SIDE, level.height() - top);
    int[] pixels = new int[width * height];
    byte[] rgb = level.rgb();
    for (int y = 0; y < height; y++) {
      int from = ((top + y) * level.width() + left) * 3;
      for (int x = 0; x < width; x++, from += 3) {
        pixels[y * width + x] =
            0xff000000
                | ((rgb[from] & 0xff) << 16)
                | ((rgb[from + 1] & 0xff) << 8)
                | (rgb[from + 2] & 0xff);
      }
    }
    return image(width, height, pixels);
  }

  /** An image that uses the pixels (premultiplied 0xAARRGGBB) without copying them. */
  static Image image(int width, int height, int[] pixels) {
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
  }
}
