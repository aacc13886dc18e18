package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;

class AutoencoderTest {
  @TempDir private Path folder;

  @Test
  void learnsToReproducePicturesAndLeavesTracesOfItsOwn() throws IOException {
    try (Autoencoder autoencoder = new Autoencoder(1)) {
      double before = difference(picture(999), autoencoder.regenerate(picture(999)));
      double reported = autoencoder.train(AutoencoderTest::picture, 60, Progress.unwatched());
      RgbImage after = autoencoder.regenerate(picture(999));

      assertThat(reported).isLessThan(before / 2);
      assertThat(difference(picture(999), after)).isLessThan(before / 2).isPositive();
      assertThat(autoencoder.regenerate(picture(999)).rgb()).isEqualTo(after.rgb());

      Path file = folder.resolve("autoencoder.safetensors");
      autoencoder.save(file);
      try (Autoencoder loaded = Autoencoder.load(file)) {
        assertThat(loaded.regenerate(picture(999)).rgb()).isEqualTo(after.rgb());
      }
    }
  }

  @Test
  void keepsSizesThatItsLatentDoesNotDivide() {
    try (Autoencoder autoencoder = new Autoencoder(1)) {
      RgbImage odd = new RgbImage(17, 30, new byte[17 * 30 * 3]);

      RgbImage result = autoencoder.regenerate(odd);

      assertThat(result.width()).isEqualTo(17);
      assertThat(result.height()).isEqualTo(30);
    }
  }

  private static double difference(RgbImage a, RgbImage b) {
    double sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
    }
    return sum / a.rgb().length;
  }

  /** A soft gradient with a soft disc. */
  private static RgbImage picture(long number) {
    SplittableRandom random = new SplittableRandom(number);
    int side = 160;
    int cx = random.nextInt(side);
    int cy = random.nextInt(side);
    int tint = random.nextInt(80);
    byte[] rgb = new byte[side * side * 3];
    for (int i = 0; i < side * side; i++) {
      double distance = Math.hypot(i % side - cx, i / side - cy);
      for (int c = 0; c < 3; c++) {
        double value = 60 + tint + 0.4 * (i % side) + 60 / (1 + Math.exp((distance - 40) / 6));
        rgb[i * 3 + c] = (byte) Math.clamp(Math.round(value - 15 * c), 0, 255);
      }
    }
    return new RgbImage(side, side, rgb);
  }
}
