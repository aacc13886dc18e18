package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  private static final String CONVERTED =
      "Colours were converted from the embedded profile to sRGB.";

  @Test
  void jpegBecomesRgbInTheRightOrder() throws Exception {
    DecodedImage image = ImageDecoder.decode(jpeg(40, 24));
    RgbImage pixels = image.pixels();
    assertThat(pixels.width()).isEqualTo(40);
    assertThat(pixels.height()).isEqualTo(24);
    assertThat(pixels.value(20, 12, 0)).isCloseTo(200, within(3));
    assertThat(pixels.value(20, 12, 1)).isCloseTo(100, within(3));
    assertThat(pixels.value(20, 12, 2)).isCloseTo(30, within(3));
    assertThat(image.format()).isEqualTo("JPEG");
    assertThat(image.decoder()).startsWith("TwelveMonkeys JPEG 3.").contains("Java 2");
    assertThat(image.notes()).isEmpty();
  }

  @Test
  void grayKeepsItsValues() throws DecodeException {
    byte[] png = new PngBytes(4, 1, 8, PngBytes.GRAY).pixels(new byte[][] {{0, 50, 100, -1}});
    assertThat(ImageDecoder.decode(png).pixels().rgb())
        .containsExactly(0, 0, 0, 50, 50, 50, 100, 100, 100, -1, -1, -1);
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).image(2, 1, 8, 1, 1, new byte[] {50, 100});
    assertThat(ImageDecoder.decode(tiff).pixels().rgb()).containsExactly(50, 50, 50, 100, 100, 100);
  }

  @Test
  void paletteIsLookedUp() throws DecodeException {
    byte[] png =
        new PngBytes(2, 1, 8, PngBytes.PALETTE)
            .chunk("PLTE", new byte[] {1, 2, 3, 4, 5, 6})
            .pixels(new byte[][] {{1, 0}});
    assertThat(ImageDecoder.decode(png).pixels().rgb()).containsExactly(4, 5, 6, 1, 2, 3);
  }

  @Test
  void sixteenBitsAreRoundedAndNoted() throws DecodeException {
    // 0x0080 is 0.498 of a level and rounds down, 0x0081 is 0.502 and rounds up.
    byte[] png =
        new PngBytes(3, 1, 16, PngBytes.GRAY)
            .pixels(new byte[][] {{0, (byte) 0x80, 0, (byte) 0x81, -1, -1}});
    DecodedImage image = ImageDecoder.decode(png);
    assertThat(image.pixels().rgb()).containsExactly(0, 0, 0, 1, 1, 1, -1, -1, -1);
    assertThat(image.notes())
        .containsExactly(
            "16 bits a channel were rounded to 8.", "The picture is stored in shades of gray.");
  }

  @Test
  void transparencyIsLeftOutAndNotedWhereThereIsAny() throws DecodeException {
    byte[] clear =
        new PngBytes(2, 1, 8, PngBytes.RGBA).pixels(new byte[][] {{9, 8, 7, 0, 1, 2, 3, -1}});
    assertThat(ImageDecoder.decode(clear).pixels().rgb()).containsExactly(9, 8, 7, 1, 2, 3);
    assertThat(ImageDecoder.decode(clear).notes())
        .containsExactly(
            "Transparency (50.0 % of the pixels) was left out; the colours are those stored under"
                + " it.");
    byte[] opaque = new PngBytes(1, 1, 8, PngBytes.RGBA).pixels(new byte[][] {{9, 8, 7, -1}});
    assertThat(ImageDecoder.decode(opaque).notes())
        .containsExactly("There is a transparency channel; every pixel is opaque.");
  }

  @Test
  void cmykIsConvertedAndNoted() throws DecodeException {
    byte[] inks = {0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, -1};
    byte[] tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN).image(3, 1, 8, 5, 4, inks);
    DecodedImage image = ImageDecoder.decode(tiff);
    assertThat(image.pixels().rgb()).containsExactly(-1, -1, -1, 0, -1, -1, 0, 0, 0);
    assertThat(image.notes()).singleElement().asString().contains("CMYK");
  }

  @Test
  void tiffOrientationIsApplied() throws DecodeException {
    byte[] tiff =
        new TiffBytes(ByteOrder.LITTLE_ENDIAN)
            .set(TiffDirectory.ORIENTATION, 6)
            .image(2, 1, 8, 1, 1, new byte[] {10, 20});
    DecodedImage image = ImageDecoder.decode(tiff);
    assertThat(image.orientation()).isEqualTo(Orientation.ROTATED_90);
    assertThat(image.pixels().height()).isEqualTo(2);
    assertThat(image.pixels().rgb()).containsExactly(10, 10, 10, 20, 20, 20);
  }

  @Test
  void jpegOrientationIsReadFromTheFirstExifSegment() throws Exception {
    byte[] first = exif(new TiffBytes(ByteOrder.BIG_ENDIAN).set(274, 8).exif());
    byte[] second = exif(new TiffBytes(ByteOrder.BIG_ENDIAN).set(274, 3).exif());
    DecodedImage image = ImageDecoder.decode(withSegments(jpeg(40, 24), 0xe1, first, 0xe1, second));
    assertThat(image.orientation()).isEqualTo(Orientation.ROTATED_270);
    assertThat(image.pixels().width()).isEqualTo(24);
    assertThat(image.notes()).singleElement().asString().contains("several Exif segments");
  }

  @Test
  void webpIsDecodedAndItsOrientationApplied() throws DecodeException {
    DecodedImage image = ImageDecoder.decode(webp((byte) 0x08, "EXIF", 6));
    assertThat(image.format()).isEqualTo("WebP");
    assertThat(image.pixels().width()).isEqualTo(1);
    assertThat(image.orientation()).isEqualTo(Orientation.ROTATED_90);
  }

  @Test
  void animationIsNoted() throws DecodeException {
    byte[] png =
        new PngBytes(1, 1, 8, PngBytes.GRAY).chunk("acTL", new byte[8]).pixels(new byte[][] {{5}});
    assertThat(ImageDecoder.decode(png).notes())
        .contains("The PNG is animated (0 images); its first image was read.");
  }

  @Test
  void embeddedProfileIsConvertedToSrgb() throws Exception {
    // Linear light 55/255 is 0.2157; the sRGB transfer function (IEC 61966-2-1) gives 0.5020 = 128.
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] png =
        new PngBytes(1, 1, 8, PngBytes.RGB)
            .chunk("iCCP", iccp(profile))
            .pixels(new byte[][] {{55, 55, 55}});
    DecodedImage image = ImageDecoder.decode(png);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(image.pixels().value(0, 0, channel)).isCloseTo(128, within(2));
    }
    assertThat(image.notes()).containsExactly(CONVERTED);
  }

  @Test
  void profileInAJpegIsAppliedOnce() throws Exception {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] plain = jpeg(16, 16);
    byte[] tagged = withSegments(plain, 0xe2, iccSegment(profile));
    int before = ImageDecoder.decode(plain).pixels().value(8, 8, 1);
    DecodedImage image = ImageDecoder.decode(tagged);
    double linear = before / 255.0;
    double expected = 255 * (1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
    assertThat((double) image.pixels().value(8, 8, 1)).isCloseTo(expected, within(3.0));
    assertThat(image.notes()).containsExactly(CONVERTED);
  }

  @Test
  void profileThatIsSrgbLeavesEveryValueAsItIs() throws Exception {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] plain = jpeg(16, 16);
    DecodedImage image = ImageDecoder.decode(withSegments(plain, 0xe2, iccSegment(profile)));
    assertThat(image.pixels().rgb()).isEqualTo(ImageDecoder.decode(plain).pixels().rgb());
    assertThat(image.notes()).isEmpty();
  }

  @Test
  void brokenProfileIsIgnoredAndNoted() throws Exception {
    byte[] png =
        new PngBytes(1, 1, 8, PngBytes.RGB)
            .chunk("iCCP", iccp("no profile".getBytes(StandardCharsets.US_ASCII)))
            .pixels(new byte[][] {{1, 2, 3}});
    DecodedImage image = ImageDecoder.decode(png);
    assertThat(image.pixels().rgb()).containsExactly(1, 2, 3);
    assertThat(image.notes()).singleElement().asString().contains("profile cannot be used");
  }

  @Test
  void profileThatInflatesWithoutEndIsIgnoredAndNoted() throws Exception {
    byte[] png =
        new PngBytes(1, 1, 8, PngBytes.RGB)
            .chunk("iCCP", iccp(new byte[60_000_000]))
            .pixels(new byte[][] {{1, 2, 3}});
    assertThat(ImageDecoder.decode(png).notes())
        .singleElement()
        .asString()
        .contains("implausibly large");
  }

  @Test
  void bytesGivenStayAsTheyAre() throws Exception {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] bytes = withSegments(jpeg(16, 16), 0xe2, iccSegment(profile));
    byte[] before = bytes.clone();
    ImageDecoder.decode(bytes);
    assertThat(bytes).isEqualTo(before);
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, 0xc8641e);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  /** Inserts segments after the start of the image: marker, content, marker, content, … */
  private static byte[] withSegments(byte[] jpeg, Object... markersAndContents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    for (int i = 0; i < markersAndContents.length; i += 2) {
      byte[] content = (byte[]) markersAndContents[i + 1];
      out.writeBytes(new byte[] {-1, (byte) (int) markersAndContents[i]});
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array());
      out.writeBytes(content);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] exif(byte[] tiff) {
    return joined("Exif\0\0", tiff);
  }

  private static byte[] iccSegment(byte[] profile) {
    return joined("ICC_PROFILE\0\1\1", profile);
  }

  private static byte[] iccp(byte[] profile) {
    return joined("name\0\0", PngBytes.deflated(profile));
  }

  private static byte[] joined(String prefix, byte[] content) {
    byte[] start = prefix.getBytes(StandardCharsets.US_ASCII);
    byte[] joined = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, joined, start.length, content.length);
    return joined;
  }

  /** An extended WebP of one pixel, lossless, with Exif data. */
  private static byte[] webp(byte flags, String type, int orientation) {
    byte[] pixel = HexFormat.of().parseHex("2f00000010071011118888fe0700");
    byte[] exif = new TiffBytes(ByteOrder.LITTLE_ENDIAN).set(274, orientation).exif();
    ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF....WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).put(flags);
    out.put(new byte[9]).put("VP8L".getBytes(StandardCharsets.US_ASCII)).putInt(13).put(pixel);
    out.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
    out.putInt(4, out.position() - 8);
    return Arrays.copyOf(out.array(), out.position());
  }
}
