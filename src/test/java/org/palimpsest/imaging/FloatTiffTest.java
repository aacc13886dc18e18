package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.DecodeException.Reason;

class FloatTiffTest {
  @Test
  void valuesComeBackBitByBit() throws DecodeException {
    FloatMap map = noise(301, 47);
    map.values()[0] = 0;
    map.values()[1] = 1;
    map.values()[2] = Float.MIN_VALUE;
    FloatMap decoded = FloatTiff.decode(FloatTiff.encode(map));
    assertThat(decoded.width()).isEqualTo(301);
    assertThat(decoded.height()).isEqualTo(47);
    assertThat(decoded.values()).isEqualTo(map.values());
  }

  /** The encoder's own platform reads with code of its own; the room reads with TwelveMonkeys. */
  @Test
  void anotherReaderSeesTheSameValues() throws Exception {
    FloatMap map = noise(20, 10);
    ImageReader reader = platformReader();
    reader.setInput(
        new MemoryCacheImageInputStream(new ByteArrayInputStream(FloatTiff.encode(map))));
    Raster raster = reader.read(0).getRaster();
    assertThat(raster.getSamples(0, 0, 20, 10, 0, new float[200])).isEqualTo(map.values());
  }

  @Test
  void directorySaysWhatTheSamplesAre() {
    TiffDirectory directory = new TiffDirectory(FloatTiff.encode(noise(20, 10)));
    assertThat(directory.first(TiffDirectory.BITS_PER_SAMPLE)).hasValue(32);
    assertThat(directory.first(277)).as("samples per pixel").hasValue(1);
    assertThat(directory.first(339)).as("sample format: IEEE").hasValue(3);
    assertThat(directory.first(259)).as("compression: Adobe Deflate").hasValue(8);
  }

  @Test
  void emptyMapIsSmall() {
    assertThat(FloatTiff.encode(new FloatMap(1000, 1000, new float[1_000_000])))
        .hasSizeLessThan(40_000);
  }

  @Test
  void pictureIsNoMap() {
    byte[] picture = new TiffBytes(java.nio.ByteOrder.BIG_ENDIAN).image(1, 1, 8, 1, 1, new byte[1]);
    assertThatThrownBy(() -> FloatTiff.decode(picture))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
  }

  @Test
  void truncatedMapIsRefused() {
    byte[] bytes = FloatTiff.encode(noise(50, 50));
    for (int length : new int[] {0, 4, bytes.length / 2}) {
      assertThatThrownBy(() -> FloatTiff.decode(Arrays.copyOf(bytes, length)))
          .isInstanceOf(DecodeException.class);
    }
  }

  private static ImageReader platformReader() {
    var readers = javax.imageio.ImageIO.getImageReadersByFormatName("tiff");
    ImageReader reader = readers.next();
    while (!reader.getClass().getName().startsWith("com.sun")) {
      reader = readers.next();
    }
    return reader;
  }

  private static FloatMap noise(int width, int height) {
    float[] values = new float[width * height];
    Random random = new Random(2);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return new FloatMap(width, height, values);
  }
}
