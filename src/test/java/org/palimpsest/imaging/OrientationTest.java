package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  /** The same scene, "123 over 456", as cameras held in eight ways store it. */
  @ParameterizedTest
  @CsvSource({
    "1, 123/456",
    "2, 321/654",
    "3, 654/321",
    "4, 456/123",
    "5, 14/25/36",
    "6, 36/25/14",
    "7, 63/52/41",
    "8, 41/52/63"
  })
  void everyOrientationComesOutUpright(int exif, String stored) throws DecodeException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      byte[] data = new TiffBytes(order).set(TiffDirectory.ORIENTATION, exif).exif();
      DecodedImage image = ImageDecoder.decode(png(stored, data));
      assertThat(image.orientation().exif()).isEqualTo(exif);
      assertThat(text(image.pixels())).isEqualTo("123/456");
      assertThat(image.notes()).containsExactly("The picture is stored in shades of gray.");
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "65535"})
  void undefinedOrientationIsNotedAndNothingIsTurned(int exif) throws DecodeException {
    byte[] data = new TiffBytes(ByteOrder.BIG_ENDIAN).set(274, exif).exif();
    DecodedImage image = ImageDecoder.decode(png("123/456", data));
    assertThat(text(image.pixels())).isEqualTo("123/456");
    assertThat(image.notes()).anySatisfy(note -> assertThat(note).contains("orientation " + exif));
  }

  @Test
  void orientationStoredAsLongIsRead() throws DecodeException {
    byte[] data = new TiffBytes(ByteOrder.LITTLE_ENDIAN).set(274, 4, 1, 3).exif();
    assertThat(text(ImageDecoder.decode(png("654/321", data)).pixels())).isEqualTo("123/456");
  }

  @Test
  void orientationThatIsAListIsNoOrientation() throws DecodeException {
    byte[] data = new TiffBytes(ByteOrder.LITTLE_ENDIAN).set(274, 3, 1_000_000_000, 3).exif();
    assertThat(ImageDecoder.decode(png("123/456", data)).orientation())
        .isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void exifDataCutAnywhereIsHarmless() throws DecodeException {
    byte[] data = new TiffBytes(ByteOrder.BIG_ENDIAN).set(274, 6).exif();
    for (int length = 0; length < data.length; length++) {
      ImageDecoder.decode(png("123/456", java.util.Arrays.copyOf(data, length)));
    }
  }

  private static byte[] png(String rows, byte[] exif) {
    String[] lines = rows.split("/");
    byte[][] pixels = new byte[lines.length][];
    for (int y = 0; y < lines.length; y++) {
      pixels[y] = lines[y].getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
    return new PngBytes(lines[0].length(), lines.length, 8, PngBytes.GRAY)
        .chunk("eXIf", exif)
        .pixels(pixels);
  }

  private static String text(RgbImage image) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < image.height(); y++) {
      text.append(y == 0 ? "" : "/");
      for (int x = 0; x < image.width(); x++) {
        text.append((char) image.value(x, y, 0));
      }
    }
    return text.toString();
  }
}
