package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void pixelsComeBackUnchanged() throws DecodeException {
    RgbImage image = noise(61, 33);
    DecodedImage decoded = ImageDecoder.decode(Png.encode(image));
    assertThat(decoded.format()).isEqualTo("PNG");
    assertThat(decoded.notes()).isEmpty();
    assertThat(decoded.pixels().width()).isEqualTo(61);
    assertThat(decoded.pixels().rgb()).isEqualTo(image.rgb());
  }

  @Test
  void otherReadersSeeTheSameColours() throws Exception {
    RgbImage image = noise(5, 4);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
    for (int i = 0; i < 20; i++) {
      int expected =
          image.value(i % 5, i / 5, 0) << 16
              | image.value(i % 5, i / 5, 1) << 8
              | image.value(i % 5, i / 5, 2);
      assertThat(read.getRGB(i % 5, i / 5) & 0xffffff).isEqualTo(expected);
    }
  }

  @Test
  void sameImageGivesTheSameBytes() {
    assertThat(Png.encode(noise(40, 40))).isEqualTo(Png.encode(noise(40, 40)));
  }

  private static RgbImage noise(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    new Random(1).nextBytes(image.rgb());
    return image;
  }
}
