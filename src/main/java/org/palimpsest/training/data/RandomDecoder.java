package org.palimpsest.training.data;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;

/**
 * A decoder that nobody trained: a picture made 2, 4 or 8 times smaller and brought back by stages
 * of strided upsampling with drawn filters, gains and noise. Each draw is another generator with
 * traces of its own, so that a network learns what generators share and not one of them.
 */
final class RandomDecoder implements Regenerator {
  private final int stages;
  private final double kept;
  private final List<DecoderUpsampling> upsamplings = new ArrayList<>();

  private RandomDecoder(int stages, double kept) {
    this.stages = stages;
    this.kept = kept;
  }

  static RandomDecoder random(Dice dice) {
    int stages = dice.chance(0.5) ? 1 : dice.whole(2, 3);
    // Inpainting networks pass fine detail around the bottleneck, more or less faithfully.
    RandomDecoder decoder = new RandomDecoder(stages, dice.chance(0.75) ? dice.between(0, 1) : 0);
    for (int i = 0; i < stages; i++) {
      decoder.upsamplings.add(DecoderUpsampling.random(dice));
    }
    return decoder;
  }

  @Override
  public RgbImage regenerate(RgbImage patch) {
    int width = patch.width();
    int height = patch.height();
    RgbImage small = Resize.area(patch, width >> stages, height >> stages);
    RgbImage coarse = Resize.cubic(small, width, height);
    RgbImage made = RgbImage.black(width, height);
    for (int c = 0; c < 3; c++) {
      FloatMap plane = plane(small, c);
      for (DecoderUpsampling upsampling : upsamplings) {
        plane = upsampling.doubled(plane);
      }
      for (int i = 0; i < plane.values().length; i++) {
        int at = i * 3 + c;
        double detail = (patch.rgb()[at] & 0xff) - (coarse.rgb()[at] & 0xff);
        double value = plane.values()[i] + kept * detail;
        made.rgb()[at] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    return made;
  }

  private static FloatMap plane(RgbImage image, int channel) {
    float[] values = new float[image.width() * image.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.rgb()[i * 3 + channel] & 0xff;
    }
    return new FloatMap(image.width(), image.height(), values);
  }

  @Override
  public String toString() {
    return "%d stages, %.2f of the detail kept".formatted(stages, kept);
  }
}
