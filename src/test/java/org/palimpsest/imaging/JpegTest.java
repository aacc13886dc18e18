package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {
  @ParameterizedTest
  @CsvSource({
    "30,S420",
    "60,S420",
    "75,S422",
    "75,S444",
    "90,S420",
    "92,S422",
    "98,S444",
    "100,S420"
  })
  void recompressingHasThePixelEffectOfSavingAndLoading(int quality, Subsampling subsampling)
      throws IOException {
    RgbImage image = TestImages.photograph(203, 117, quality);
    RgbImage loaded = load(Jpeg.encode(image, quality, subsampling));
    RgbImage shortcut = Jpeg.recompress(image, quality, subsampling);

    int worst = 0;
    int different = 0;
    for (int i = 0; i < loaded.rgb().length; i++) {
      int difference = Math.abs((loaded.rgb()[i] & 0xff) - (shortcut.rgb()[i] & 0xff));
      worst = Math.max(worst, difference);
      different += difference > 0 ? 1 : 0;
    }
    assertThat(worst).isLessThanOrEqualTo(1);
    assertThat(different).isLessThan(loaded.rgb().length / 1000);
  }

  @Test
  void redStaysRed() throws IOException {
    RgbImage red = RgbImage.black(16, 16);
    for (int i = 0; i < red.rgb().length; i += 3) {
      red.rgb()[i] = (byte) 200;
      red.rgb()[i + 2] = 40;
    }
    RgbImage loaded = load(Jpeg.encode(red, 95, Subsampling.S420));
    assertThat(loaded.value(5, 5, 0)).isBetween(197, 203);
    assertThat(loaded.value(5, 5, 1)).isBetween(0, 4);
    assertThat(loaded.value(5, 5, 2)).isBetween(36, 44);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 50, 75, 100})
  void theFileCarriesTheTablesOfItsQuality(int quality) {
    byte[] file = Jpeg.encode(TestImages.photograph(16, 16, 1), quality, Subsampling.S444);
    QuantizationTables tables = QuantizationTables.ofQuality(quality);
    // First entry of each table: neither zigzag order nor scaling can hide behind it.
    assertThat(firstDivisor(file, 0)).isEqualTo(tables.luma()[0]);
    assertThat(firstDivisor(file, 1)).isEqualTo(tables.chroma()[0]);
  }

  @Test
  void qualityMeansWhatLibjpegMeans() {
    assertThat(QuantizationTables.ofQuality(75).luma()).startsWith(8, 6, 5, 8, 12, 20, 26, 31);
    assertThat(QuantizationTables.ofQuality(90).chroma()).startsWith(3, 4, 5, 9, 20, 20, 20, 20);
    assertThat(QuantizationTables.ofQuality(10).luma()).startsWith(80, 55, 50, 80, 120, 200, 255);
    assertThat(QuantizationTables.ofQuality(100).luma()).containsOnly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -5})
  void aQualityOffTheScaleIsRefused(int quality) {
    assertThatThrownBy(() -> Jpeg.recompress(RgbImage.black(8, 8), quality, Subsampling.S420))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 100");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "17,1", "2,3"})
  void tinyPicturesSurvive(int width, int height) throws IOException {
    RgbImage image = TestImages.photograph(width, height, 9);
    RgbImage loaded = load(Jpeg.encode(image, 90, Subsampling.S420));
    assertThat(loaded.width()).isEqualTo(width);
    assertThat(Jpeg.recompress(image, 90, Subsampling.S420).height()).isEqualTo(height);
  }

  private static int firstDivisor(byte[] file, int table) {
    for (int i = 2; i < file.length; ) {
      int length = (file[i + 2] & 0xff) << 8 | (file[i + 3] & 0xff);
      if ((file[i + 1] & 0xff) == 0xdb) {
        for (int at = i + 4; at < i + 2 + length; at += 65) {
          if (file[at] == table) {
            return file[at + 1] & 0xff;
          }
        }
      }
      i += 2 + length;
    }
    throw new AssertionError("no table " + table);
  }

  private static RgbImage load(byte[] file) throws IOException {
    ImageReader reader = platformReader();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      BufferedImage pixels = reader.read(0);
      RgbImage image = RgbImage.black(pixels.getWidth(), pixels.getHeight());
      for (int y = 0, i = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          int rgb = pixels.getRGB(x, y);
          image.rgb()[i++] = (byte) (rgb >> 16);
          image.rgb()[i++] = (byte) (rgb >> 8);
          image.rgb()[i++] = (byte) rgb;
        }
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader platformReader() throws IOException {
    var providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().startsWith("com.sun.imageio.plugins.jpeg.")) {
        return provider.createReaderInstance();
      }
    }
    throw new AssertionError("no JPEG reader");
  }
}
