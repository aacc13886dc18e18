package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.DecodeException.Reason;

class HostileImagesTest {
  @Test
  void textIsNoImage() {
    assertThat(refusal("<html>".getBytes(StandardCharsets.US_ASCII)))
        .returns(Reason.NOT_AN_IMAGE, DecodeException::reason)
        .returns("IMG-01", DecodeException::code)
        .hasMessage("The data are not a JPEG, PNG, TIFF, WebP, GIF, BMP, PSD, HEIC or AVIF image.");
  }

  @Test
  void nothingIsNoImage() {
    assertThat(refusal(new byte[0])).returns(Reason.NOT_AN_IMAGE, DecodeException::reason);
  }

  @Test
  void thirtyThreeBytesThatClaim3600MegapixelsAreRefusedByTheirHeader() {
    byte[] png = new PngBytes(60_000, 60_000, 8, PngBytes.RGB).bytes();
    assertThat(png).hasSize(33);
    assertThat(refusal(png))
        .returns(Reason.TOO_MANY_PIXELS, DecodeException::reason)
        .hasMessageContaining("60,000 x 60,000");
  }

  @Test
  void sideBeyondTheLimitIsRefused() {
    byte[] png = new PngBytes(65_501, 1, 8, PngBytes.GRAY).bytes();
    assertThat(refusal(png)).returns(Reason.TOO_MANY_PIXELS, DecodeException::reason);
  }

  @Test
  void jpegThatClaimsTooMuchIsRefused() throws IOException {
    byte[] jpeg = jpeg();
    int frame = 0;
    while (!(jpeg[frame] == -1 && jpeg[frame + 1] == (byte) 0xc0)) {
      frame++;
    }
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);
    assertThat(refusal(jpeg))
        .returns(Reason.TOO_MANY_PIXELS, DecodeException::reason)
        .hasMessageContaining("65,535");
  }

  @Test
  void tiffThatClaimsTooMuchIsRefused() {
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).image(60_000, 60_000, 8, 1, 1, new byte[4]);
    assertThat(refusal(tiff)).returns(Reason.TOO_MANY_PIXELS, DecodeException::reason);
  }

  @Test
  void jpegCutInItsScanIsDecodedWithTheDecodersWarning() throws Exception {
    byte[] jpeg = jpeg();
    DecodedImage image = ImageDecoder.decode(Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
    assertThat(image.pixels().width()).isEqualTo(64);
    assertThat(image.notes()).anySatisfy(note -> assertThat(note).contains("decoder warns"));
    assertThat(ImageDecoder.decode(jpeg).notes()).isEmpty();
  }

  @Test
  void jpegCutInItsHeaderIsRefused() throws IOException {
    for (int length : new int[] {3, 7, 20, 100}) {
      assertThat(refusal(Arrays.copyOf(jpeg(), length)))
          .returns(Reason.DAMAGED, DecodeException::reason);
    }
  }

  @Test
  void pngCutAnywhereIsSaidToEndEarly() {
    byte[] png = png();
    for (int length : new int[] {8, 20, 33, 60, png.length / 2}) {
      assertThat(refusal(Arrays.copyOf(png, length)))
          .returns(Reason.ENDS_EARLY, DecodeException::reason);
    }
  }

  @Test
  void pngWithAFlippedBitIsRefusedByItsChecksum() {
    byte[] png = png();
    png[png.length / 2] ^= 1;
    assertThat(refusal(png))
        .returns(Reason.DAMAGED, DecodeException::reason)
        .hasMessageContaining("checksum");
  }

  @Test
  void tiffInAnUnusualDepthIsUnsupportedInsteadOfDark() {
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).image(2, 1, 14, 1, 1, new byte[4]);
    assertThat(refusal(tiff))
        .returns(Reason.UNSUPPORTED, DecodeException::reason)
        .hasMessageContaining("14 bits");
  }

  @Test
  void floatingPointSamplesAreUnsupported() {
    byte[] tiff =
        new TiffBytes(ByteOrder.BIG_ENDIAN).set(339, 3).image(1, 1, 32, 1, 1, new byte[4]);
    assertThat(refusal(tiff)).returns(Reason.UNSUPPORTED, DecodeException::reason);
  }

  @Test
  void emptyHeaderSizesAreRefused() {
    assertThat(refusal(new PngBytes(0, 5, 8, PngBytes.RGB).pixels(new byte[0][])))
        .returns(Reason.DAMAGED, DecodeException::reason);
  }

  /** Whatever the decoders throw at damaged files, callers meet one exception. */
  @Test
  void randomDamageEndsInPixelsOrARefusal() throws IOException {
    Random random = new Random(7);
    byte[] gray = new byte[48 * 48];
    byte[] tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN).image(48, 48, 8, 1, 1, gray);
    int refused = 0;
    for (byte[] sound : List.of(jpeg(), png(), tiff, gif())) {
      for (int round = 0; round < 100; round++) {
        byte[] damaged = sound.clone();
        for (int i = 0; i < 3; i++) {
          // The first 300 bytes hold the structure.
          int at = 4 + random.nextInt(Math.min(300, damaged.length - 4));
          damaged[at] = (byte) random.nextInt();
        }
        try {
          assertThat(ImageDecoder.decode(damaged).pixels().width()).isPositive();
        } catch (DecodeException e) {
          assertThat(e.getMessage()).endsWith(".");
          refused++;
        }
      }
    }
    assertThat(refused).isBetween(50, 399);
  }

  private static byte[] jpeg() throws IOException {
    return written("jpeg");
  }

  private static byte[] gif() throws IOException {
    return written("gif");
  }

  private static byte[] written(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, random.nextInt(0x1000000));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] png() {
    byte[][] rows = new byte[64][64 * 3];
    Random random = new Random(5);
    for (byte[] row : rows) {
      random.nextBytes(row);
    }
    return new PngBytes(64, 64, 8, PngBytes.RGB).pixels(rows);
  }

  private static DecodeException refusal(byte[] bytes) {
    DecodeException refusal =
        catchThrowableOfType(DecodeException.class, () -> ImageDecoder.decode(bytes));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
