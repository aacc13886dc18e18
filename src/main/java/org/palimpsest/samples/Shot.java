package org.palimpsest.samples;

import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.RgbImage;

/**
 * A scene taken by a camera.
 *
 * @param key mean brightness the exposure aims at, linear, 0..1
 * @param seed of the noise
 */
record Shot(Scene scene, Camera camera, int width, int height, double key, long seed) {
  Rendering rendering() {
    return Rendering.of(scene, width, height);
  }

  /** The pixels of the file that the camera saves. */
  RgbImage saved(Rendering rendering) {
    RgbImage developed = camera.take(rendering, key, seed);
    return Jpeg.recompress(developed, camera.quality(), camera.subsampling());
  }
}
