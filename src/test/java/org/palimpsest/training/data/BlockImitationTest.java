package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.imaging.TestImages;

class BlockImitationTest {
  private static final RgbImage PICTURE = TestImages.photograph(128, 128, 3);
  private static final BlockImitation IMITATION =
      new BlockImitation(60, Subsampling.S444, 0.7, 0.8, 1);

  @Test
  void drawsBlockBordersWhereThePictureHasNone() {
    assertThat(borders(PICTURE)).isBetween(0.8, 1.25);
    assertThat(borders(IMITATION.apply(PICTURE))).isGreaterThan(1.15 * borders(PICTURE));
  }

  @Test
  void anotherSaveChangesItMoreThanARealSave() {
    RgbImage saved = Jpeg.recompress(PICTURE, 60, Subsampling.S444);

    assertThat(change(IMITATION.apply(PICTURE))).isGreaterThan(2 * change(saved));
  }

  @Test
  void isRepeatable() {
    assertThat(IMITATION.apply(PICTURE).rgb()).isEqualTo(IMITATION.apply(PICTURE).rgb());
  }

  /** Mean step across the borders of blocks as against that within them. */
  private static double borders(RgbImage image) {
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 1; x < image.width() - 1; x++) {
        int border = x % 8 == 0 ? 1 : 0;
        sums[border] += Math.abs(image.value(x, y, 1) - image.value(x - 1, y, 1));
        counts[border]++;
      }
    }
    return sums[1] / counts[1] / (sums[0] / counts[0]);
  }

  /** Mean change in levels by a save of the same quality. */
  private static double change(RgbImage image) {
    RgbImage again = Jpeg.recompress(image, 60, Subsampling.S444);
    double sum = 0;
    for (int i = 0; i < image.rgb().length; i++) {
      sum += Math.abs((image.rgb()[i] & 0xff) - (again.rgb()[i] & 0xff));
    }
    return sum / image.rgb().length;
  }
}
