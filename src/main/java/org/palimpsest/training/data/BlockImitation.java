package org.palimpsest.training.data;

import java.util.SplittableRandom;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/**
 * Block borders as a generator draws them that learned from JPEG pictures: it has seen the grid and
 * the poor colours, but its coefficients lie on no quantization steps. So a grid alone is no sign
 * of a camera's file.
 *
 * @param quality of the JPEG that is imitated
 * @param subsampling its colours'
 * @param strength 1 for a real save; less or more for an imitation
 * @param noise deviation in levels of what is added
 * @param seed of the noise
 */
record BlockImitation(
    int quality, Subsampling subsampling, double strength, double noise, long seed) {
  static BlockImitation random(Dice dice) {
    boolean weak = dice.chance(0.75);
    return new BlockImitation(
        dice.whole(40, 93),
        dice.chance(0.8) ? Subsampling.S420 : Subsampling.S444,
        weak ? dice.between(0.35, 0.85) : dice.between(1.15, 1.5),
        dice.between(0, 1.2),
        (long) (dice.between(0, 1) * (1L << 53)));
  }

  RgbImage apply(RgbImage image) {
    RgbImage saved = Jpeg.recompress(image, quality, subsampling);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] rgb = new byte[image.rgb().length];
    for (int i = 0; i < rgb.length; i += 3) {
      double grain = noise * random.nextGaussian();
      for (int c = i; c < i + 3; c++) {
        int from = image.rgb()[c] & 0xff;
        double value = from + strength * ((saved.rgb()[c] & 0xff) - from) + grain;
        rgb[c] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  @Override
  public String toString() {
    return "like %.2f of JPEG %d %s".formatted(strength, quality, subsampling.notation());
  }
}
