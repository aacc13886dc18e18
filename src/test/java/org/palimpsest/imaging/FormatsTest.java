package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.DecodeException.Reason;

/** Every kind of picture comes out with the values that were put in, and says what is odd of it. */
class FormatsTest {
  @Test
  void invertedCmykOfAdobeBecomesTheColoursOfItsInks() throws DecodeException {
    // Inks 200, 100, 50, 20: red is (255 - 200) * (255 - 20) / 255 = 51, and so on.
    DecodedImage image = ImageDecoder.decode(JpegBytes.adobe(0, 55, 155, 205, 235));
    assertColour(image, 51, 143, 189, 2);
    assertThat(image.notes()).anySatisfy(note -> assertThat(note).contains("four inks (CMYK)"));
  }

  @Test
  void ycckOfAdobeBecomesTheColoursOfItsInks() throws DecodeException {
    // Luma and colour differences (JFIF) of 255 - 200, 255 - 100, 255 - 50, each the stored ink.
    double r = 55;
    double g = 155;
    double b = 205;
    int y = (int) Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    int cb = (int) Math.round(128 - 0.168736 * r - 0.331264 * g + 0.5 * b);
    int cr = (int) Math.round(128 + 0.5 * r - 0.418688 * g - 0.081312 * b);
    // What is stored as YCC stands for the inks themselves: 255 minus the inverted values.
    int storedY = 255 - y;
    DecodedImage image = ImageDecoder.decode(JpegBytes.adobe(2, storedY, 256 - cb, 256 - cr, 235));
    assertColour(image, 51, 143, 189, 3);
  }

  @Test
  void progressiveAndBaselineGiveTheSamePixels() throws DecodeException {
    DecodedImage progressive = ImageDecoder.decode(JpegBytes.colour(64, true));
    DecodedImage baseline = ImageDecoder.decode(JpegBytes.colour(64, false));
    assertThat(progressive.pixels().rgb()).isEqualTo(baseline.pixels().rgb());
    assertThat(progressive.notes())
        .singleElement()
        .asString()
        .startsWith("The JPEG is progressive (");
    assertThat(baseline.notes()).isEmpty();
  }

  @Test
  void progressiveJpegWithoutItsLastScansSaysSo() throws DecodeException {
    byte[] few = JpegBytes.firstScans(JpegBytes.colour(64, true), 2);
    assertThat(ImageDecoder.decode(few).notes())
        .contains("The JPEG is progressive (2 scans).")
        .anySatisfy(note -> assertThat(note).contains("lacks steps of 3 of its 3 components"));
  }

  @Test
  void sixteenBitColourOfATiffIsRounded() throws DecodeException {
    byte[] values =
        ByteBuffer.allocate(6)
            .putShort((short) 0x0080)
            .putShort((short) 0x8000)
            .putShort((short) 0xffff)
            .array();
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).image(1, 1, 16, 2, 3, values);
    DecodedImage image = ImageDecoder.decode(tiff);
    assertThat(image.pixels().rgb()).containsExactly(0, (byte) 128, -1);
    assertThat(image.notes()).containsExactly("16 bits a channel were rounded to 8.");
  }

  @Test
  void signedSamplesAreRefusedInsteadOfWrapped() {
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).set(339, 2).image(1, 1, 8, 1, 1, new byte[1]);
    assertThatThrownBy(() -> ImageDecoder.decode(tiff))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("signed samples");
  }

  @Test
  void oneBitGrayIsBlackAndWhite() throws DecodeException {
    byte[] png = new PngBytes(3, 1, 1, PngBytes.GRAY).pixels(new byte[][] {{(byte) 0b1010_0000}});
    DecodedImage image = ImageDecoder.decode(png);
    assertThat(image.pixels().rgb()).containsExactly(-1, -1, -1, 0, 0, 0, -1, -1, -1);
  }

  @Test
  void coloursBeyondThePaletteAreBlackAndCounted() throws DecodeException {
    byte[] png =
        new PngBytes(3, 1, 8, PngBytes.PALETTE)
            .chunk("PLTE", new byte[] {9, 8, 7})
            .pixels(new byte[][] {{0, 1, 9}});
    DecodedImage image = ImageDecoder.decode(png);
    assertThat(image.pixels().rgb()).containsExactly(9, 8, 7, 0, 0, 0, 0, 0, 0);
    assertThat(image.notes()).anySatisfy(note -> assertThat(note).startsWith("2 pixels refer"));
  }

  @Test
  void firstImageOfAGifIsReadAndTheOthersAreCounted() throws Exception {
    DecodedImage image = ImageDecoder.decode(gif(0x102030, 0xff0000, 0x00ff00));
    assertColour(image, 0x10, 0x20, 0x30, 0);
    assertThat(image.notes()).startsWith("The GIF holds 3 images; the first was read.");
  }

  @Test
  void gifWhoseDataEndEarlySaysHowFarTheyGo() throws Exception {
    byte[] gif = gif(0x102030);
    int data = 13 + 3 * (2 << (gif[10] & 7)) + 10; // behind the palette and the image's descriptor
    while (gif[data - 10] != 0x2c) { // extensions stand in front
      data++;
    }
    int length = gif[data + 1];
    byte[] cut = gif.clone();
    // A first code that clears, a second one that ends: 9 bits or fewer each.
    Arrays.fill(cut, data + 2, data + 2 + length, (byte) 0);
    int size = gif[data];
    int end = (1 << size | ((1 << size) + 1) << (size + 1));
    cut[data + 2] = (byte) end;
    cut[data + 3] = (byte) (end >> 8);
    cut[data + 4] = (byte) (end >> 16);
    assertThat(new GifBlocks(cut).notes())
        .anySatisfy(note -> assertThat(note).contains("hold 0 of 64 pixels"));
    assertThat(new GifBlocks(gif).notes()).isEmpty();
  }

  @Test
  void colourBmpComesOutAsItWentIn() throws Exception {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 1, 0xfffefd);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "bmp", out);
    assertThat(ImageDecoder.decode(out.toByteArray()).pixels().rgb())
        .containsExactly(1, 2, 3, 0, 0, 0, 0, 0, 0, -1, -2, -3);
  }

  @Test
  void runLengthsOfABmpThatLeavePixelsOutAreCounted() throws DecodeException {
    // Two pixels of colour 1, end of the bitmap: the lowest row of two.
    DecodedImage image = ImageDecoder.decode(rle8(2, 1, 0, 1));
    assertThat(image.pixels().rgb()).containsExactly(0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9);
    assertThat(image.notes()).anySatisfy(note -> assertThat(note).contains("fill 2 of 4 pixels"));
    assertThat(ImageDecoder.decode(rle8(2, 1, 0, 0, 2, 1, 0, 1)).notes())
        .containsExactly("The picture is stored in at most 2 shades of gray.");
  }

  @Test
  void compositeOfAPsdIsRead() throws DecodeException {
    byte[] psd =
        PsdBytes.of(2, 1, 8, PsdBytes.RGB, new byte[] {1, 2}, new byte[] {3, 4}, new byte[] {5, 6});
    DecodedImage image = ImageDecoder.decode(psd);
    assertThat(image.format()).isEqualTo("PSD");
    assertThat(image.pixels().rgb()).containsExactly(1, 3, 5, 2, 4, 6);
    assertThat(image.notes()).singleElement().asString().contains("layers were not looked at");
  }

  @Test
  void inksOfAPsdAreStoredInverted() throws DecodeException {
    byte[] psd =
        PsdBytes.of(
            1,
            1,
            8,
            PsdBytes.CMYK,
            new byte[] {55},
            new byte[] {(byte) 155},
            new byte[] {(byte) 205},
            new byte[] {(byte) 235});
    assertColour(ImageDecoder.decode(psd), 51, 143, 189, 1);
  }

  @Test
  void psdWithoutCompositeOrInLabIsRefused() {
    byte[] bare =
        PsdBytes.withResources(1, 1, 8, PsdBytes.GRAY, PsdBytes.versionInfo(false), new byte[1]);
    assertThatThrownBy(() -> ImageDecoder.decode(bare)).hasMessageContaining("without a composite");
    byte[] merged =
        PsdBytes.withResources(1, 1, 8, PsdBytes.GRAY, PsdBytes.versionInfo(true), new byte[1]);
    assertThatCode(() -> ImageDecoder.decode(merged)).doesNotThrowAnyException();
    byte[] lab = PsdBytes.of(1, 1, 8, PsdBytes.LAB, new byte[1], new byte[1], new byte[1]);
    assertThatThrownBy(() -> ImageDecoder.decode(lab))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
  }

  @Test
  void pagesOfATiffAreCountedAndACircleIsSaid() throws DecodeException {
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).image(1, 1, 8, 1, 1, new byte[] {7});
    int entries = ByteBuffer.wrap(tiff).getShort(8);
    int next = 10 + entries * 12;
    byte[] two = Arrays.copyOf(tiff, tiff.length + entries * 12 + 6);
    System.arraycopy(tiff, 8, two, tiff.length, entries * 12 + 2);
    ByteBuffer.wrap(two).putInt(next, tiff.length);
    assertThat(ImageDecoder.decode(two).notes())
        .contains("The TIFF has 2 pages; the first was read.");
    ByteBuffer.wrap(tiff).putInt(next, 8);
    assertThat(ImageDecoder.decode(tiff).notes())
        .contains("The TIFF's chain of pages leads back to an earlier one.");
  }

  @Test
  void whatFollowsAPictureIsCounted() throws DecodeException {
    byte[] jpeg = JpegBytes.colour(16, false);
    assertThat(ImageDecoder.decode(Arrays.copyOf(jpeg, jpeg.length + 5)).notes())
        .containsExactly("5 bytes follow the end of the JPEG.");
    byte[] png = new PngBytes(1, 1, 8, PngBytes.RGB).pixels(new byte[][] {{1, 2, 3}});
    assertThat(ImageDecoder.decode(Arrays.copyOf(png, png.length + 1)).notes())
        .containsExactly("1 bytes follow the end of the PNG.");
  }

  @Test
  void scansThatWouldTakeTooLongAreRefusedByTheirNumber() {
    byte[] jpeg = JpegBytes.colour(16, true);
    int frame = JpegBytes.find(jpeg, 0xc2, 0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 14_000).putShort(frame + 7, (short) 14_000);
    int scan = JpegBytes.find(jpeg, 0xda, 0);
    int length = JpegBytes.find(jpeg, 0xc4, 0) > scan ? 20 : 14;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, scan);
    for (int i = 0; i < 200; i++) {
      out.write(jpeg, scan, length);
    }
    assertThatThrownBy(() -> ImageDecoder.decode(out.toByteArray()))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OVER_LIMIT));
  }

  private static void assertColour(DecodedImage image, int red, int green, int blue, int range) {
    RgbImage pixels = image.pixels();
    int x = pixels.width() / 2;
    int y = pixels.height() / 2;
    assertThat(pixels.value(x, y, 0)).isCloseTo(red, within(range));
    assertThat(pixels.value(x, y, 1)).isCloseTo(green, within(range));
    assertThat(pixels.value(x, y, 2)).isCloseTo(blue, within(range));
  }

  private static byte[] gif(int... colours) throws IOException {
    ImageWriter writer = Writers.ofPlatform("gif");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int colour : colours) {
        BufferedImage image =
            new BufferedImage(
                8,
                8,
                BufferedImage.TYPE_BYTE_INDEXED,
                new java.awt.image.IndexColorModel(
                    8,
                    2,
                    new int[] {colour, 0xffffff},
                    0,
                    false,
                    -1,
                    java.awt.image.DataBuffer.TYPE_BYTE));
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A 2 x 2 BMP with a palette of black and 9, 9, 9 and these run-length codes. */
  private static byte[] rle8(int... codes) {
    ByteBuffer out = ByteBuffer.allocate(62 + codes.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(62 + codes.length).putInt(0).putInt(62);
    out.putInt(40).putInt(2).putInt(2).putShort((short) 1).putShort((short) 8).putInt(1);
    out.putInt(codes.length).putInt(0).putInt(0).putInt(2).putInt(2);
    out.putInt(0).putInt(0x090909);
    for (int code : codes) {
      out.put((byte) code);
    }
    return out.array();
  }
}
