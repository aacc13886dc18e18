package org.palimpsest.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Broken, hostile and unusual files, each made from a sound one or from nothing. */
public final class OddFiles {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private OddFiles() {
    jpegs();
    jpegHeaders();
    pngs();
    pngChunks();
    tiffs();
    others();
  }

  /** The files by what is odd about them. */
  public static Map<String, byte[]> all() {
    return new OddFiles().files;
  }

  private void jpegs() {
    byte[] jpeg = JpegBytes.colour(64, false);
    byte[] progressive = JpegBytes.colour(64, true);
    put("jpeg sound", jpeg);
    put("jpeg of one byte", Arrays.copyOf(jpeg, 1));
    put("jpeg cut in its header", Arrays.copyOf(jpeg, 100));
    put("jpeg cut in its scan", Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
    put("jpeg without end mark", Arrays.copyOf(jpeg, jpeg.length - 2));
    put("jpeg progressive", progressive);
    put("jpeg progressive, two scans only", JpegBytes.firstScans(progressive, 2));
    put("jpeg progressive, cut", Arrays.copyOf(progressive, progressive.length / 2));
    put("jpeg followed by a zip", joined(jpeg, text("PK\3\4../../evil")));
    put("jpeg twice", joined(jpeg, jpeg));
    put("jpeg behind junk", joined(new byte[64], jpeg));
    put("jpeg of inverted inks", JpegBytes.adobe(0, 55, 155, 205, 235));
  }

  private void jpegHeaders() {
    byte[] jpeg = JpegBytes.colour(64, false);
    int frame = JpegBytes.find(jpeg, 0xc0, 0);
    put("jpeg claims 65535 x 65535", changed(jpeg, b -> b.putInt(frame + 5, -1)));
    put("jpeg claims 0 x 0", changed(jpeg, b -> b.putInt(frame + 5, 0)));
    put("jpeg claims twice its height", changed(jpeg, b -> b.putShort(frame + 5, (short) 128)));
    put("jpeg with five components", changed(jpeg, b -> b.put(frame + 9, (byte) 5)));
    put("jpeg frame longer than the file", changed(jpeg, b -> b.putShort(frame + 2, (short) -1)));
    int table = JpegBytes.find(jpeg, 0xdb, 0);
    put("jpeg without quantisation table", changed(jpeg, b -> b.put(table + 1, (byte) 0xfe)));
    byte[] commented = jpeg;
    for (int i = 0; i < 500; i++) {
      commented = JpegBytes.withSegment(commented, 0xfe, text("comment"));
    }
    put("jpeg with 500 comments", commented);
    put("jpeg with a pdf in a comment", JpegBytes.withSegment(jpeg, 0xfe, text("%PDF-1.7")));
    put(
        "jpeg with a profile that is none",
        JpegBytes.withSegment(jpeg, 0xe2, text("ICC_PROFILE\0\1\1none")));
    put(
        "jpeg with half a profile",
        JpegBytes.withSegment(jpeg, 0xe2, text("ICC_PROFILE\0\1\2half")));
    put(
        "jpeg with exif that points to itself",
        JpegBytes.withSegment(
            jpeg, 0xe1, text("Exif\0\0MM\0*\0\0\0\10\0\1\207\151\0\4\0\0\0\1\0\0\0\10\0\0\0\10")));
    put("jpeg with orientation 9", exif(jpeg, 3, 1, 9));
    put("jpeg with 10^9 orientations", exif(jpeg, 3, 1_000_000_000, 6));
    put("jpeg with orientation 6", exif(jpeg, 3, 1, 6));
  }

  private static byte[] exif(byte[] jpeg, int type, int count, int value) {
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).set(274, type, count, value).exif();
    return JpegBytes.withSegment(jpeg, 0xe1, joined(text("Exif\0\0"), tiff));
  }

  private void pngs() {
    byte[] png = png(PngBytes.RGB, 3);
    put("png sound", png);
    for (int length : new int[] {8, 20, 33, 60, png.length / 2}) {
      put(
          "png cut after " + (length == png.length / 2 ? "half" : length + " bytes"),
          Arrays.copyOf(png, length));
    }
    put("png without its last bytes", Arrays.copyOf(png, png.length - 5));
    put("png with a flipped bit in its pixels", changed(png, b -> b.put(100, (byte) ~b.get(100))));
    put("png followed by html", joined(png, text("<script>")));
    put("png header of 60000 x 60000", new PngBytes(60_000, 60_000, 8, PngBytes.RGB).bytes());
    put("png header of 2^31-1 x 1", new PngBytes(Integer.MAX_VALUE, 1, 8, PngBytes.RGB).bytes());
    put("png of 0 x 5", new PngBytes(0, 5, 8, PngBytes.RGB).pixels(new byte[0][]));
    put("png of 65000 x 1", new PngBytes(65_000, 1, 1, PngBytes.GRAY).pixels(new byte[1][8125]));
    put("png of depth 3", new PngBytes(1, 1, 3, PngBytes.GRAY).pixels(new byte[1][1]));
    put(
        "png with fewer rows than it claims",
        new PngBytes(4, 900, 8, PngBytes.GRAY).pixels(new byte[2][4]));
  }

  private void pngChunks() {
    put("png of 16 bits", new PngBytes(4, 4, 16, PngBytes.RGB).pixels(new byte[4][24]));
    put(
        "png half transparent",
        new PngBytes(2, 1, 8, PngBytes.RGBA).pixels(new byte[][] {{1, 2, 3, 0, 4, 5, 6, -1}}));
    put(
        "png with one of two shades for transparency",
        new PngBytes(8, 1, 1, PngBytes.GRAY).chunk("tRNS", new byte[2]).pixels(new byte[1][1]));
    put(
        "png with one of 16 shades for transparency",
        new PngBytes(2, 1, 4, PngBytes.GRAY).chunk("tRNS", new byte[2]).pixels(new byte[1][1]));
    put("png without palette", new PngBytes(1, 1, 8, PngBytes.PALETTE).pixels(new byte[1][1]));
    put(
        "png beyond its palette",
        new PngBytes(2, 1, 8, PngBytes.PALETTE)
            .chunk("PLTE", new byte[3])
            .pixels(new byte[][] {{0, 7}}));
    put(
        "png animated",
        new PngBytes(1, 1, 8, PngBytes.GRAY)
            .chunk("acTL", new byte[] {0, 0, 0, 5, 0, 0, 0, 0})
            .pixels(new byte[1][1]));
    put(
        "png with a profile that unfolds to 60 MB",
        new PngBytes(1, 1, 8, PngBytes.RGB)
            .chunk("iCCP", joined(text("n\0\0"), PngBytes.deflated(new byte[60_000_000])))
            .pixels(new byte[1][3]));
    put(
        "png with text that unfolds to 60 MB",
        new PngBytes(1, 1, 8, PngBytes.RGB)
            .chunk("zTXt", joined(text("n\0\0"), PngBytes.deflated(new byte[60_000_000])))
            .pixels(new byte[1][3]));
    put(
        "png with linear gamma",
        new PngBytes(1, 1, 8, PngBytes.RGB)
            .chunk("gAMA", ByteBuffer.allocate(4).putInt(100_000).array())
            .pixels(new byte[1][3]));
    byte[] texted =
        new PngBytes(1, 1, 8, PngBytes.RGB).chunk("tEXt", text("a\0b")).pixels(new byte[1][3]);
    put("png with a wrong checksum beside its pixels", changed(texted, b -> b.put(41, (byte) 'x')));
    put("png with a chunk of 2 GB", changed(texted, b -> b.putInt(33, Integer.MAX_VALUE)));
  }

  private void tiffs() {
    byte[] tiff = new TiffBytes(ByteOrder.BIG_ENDIAN).image(4, 4, 8, 1, 1, new byte[16]);
    put("tiff sound", tiff);
    int next = 10 + ByteBuffer.wrap(tiff).getShort(8) * 12;
    put("tiff whose pages run in a circle", changed(tiff, b -> b.putInt(next, 8)));
    put("tiff cut in its pixels", Arrays.copyOf(tiff, tiff.length - 9));
    put("tiff without directory", Arrays.copyOf(tiff, 8));
    put("tiff whose directory lies outside", changed(tiff, b -> b.putInt(4, 1 << 30)));
    put(
        "tiff of 200000 x 200000",
        new TiffBytes(ByteOrder.BIG_ENDIAN)
            .set(256, 4, 1, 200_000)
            .image(60_000, 60_000, 8, 1, 1, new byte[4]));
    put("tiff of 14 bits", new TiffBytes(ByteOrder.BIG_ENDIAN).image(2, 1, 14, 1, 1, new byte[4]));
    put(
        "tiff of floating point",
        new TiffBytes(ByteOrder.BIG_ENDIAN).set(339, 3).image(1, 1, 32, 1, 1, new byte[4]));
    put(
        "tiff of signed numbers",
        new TiffBytes(ByteOrder.BIG_ENDIAN).set(339, 2).image(1, 1, 8, 1, 1, new byte[1]));
    put("tiff in Lab", new TiffBytes(ByteOrder.BIG_ENDIAN).image(1, 1, 8, 8, 3, new byte[3]));
    put("tiff of inks", new TiffBytes(ByteOrder.BIG_ENDIAN).image(1, 1, 8, 5, 4, new byte[4]));
  }

  private void others() {
    put("nothing but zeros", new byte[4096]);
    put("text", text("<html><script>alert(1)</script>"));
    byte[] gif = written("gif");
    put("gif sound", gif);
    put("gif cut", Arrays.copyOf(gif, gif.length * 2 / 3));
    put("gif without end mark", Arrays.copyOf(gif, gif.length - 1));
    int image = 13 + (3 << ((gif[10] & 7) + 1));
    while (gif[image] != 0x2c) {
      image++;
    }
    int frame = image;
    put("gif image of 65535 x 65535", changed(gif, b -> b.putInt(frame + 5, -1)));
    byte[] bmp = written("bmp");
    put("bmp sound", bmp);
    put("bmp cut", Arrays.copyOf(bmp, bmp.length / 2));
    put(
        "bmp of height -2^31",
        changed(bmp, b -> b.order(ByteOrder.LITTLE_ENDIAN).putInt(22, Integer.MIN_VALUE)));
    put(
        "bmp of 30000 bits",
        changed(bmp, b -> b.order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 30000)));
    byte[] webp =
        joined(
            text("RIFF\32\0\0\0WEBPVP8L\15\0\0\0"),
            HexFormat.of().parseHex("2f00000010071011118888fe0700"));
    put("webp sound", webp);
    put("webp cut", Arrays.copyOf(webp, webp.length - 8));
    put(
        "webp canvas of 2^24 x 2^24",
        joined(
            text("RIFF\26\0\0\0WEBPVP8X\12\0\0\0"),
            new byte[] {0, 0, 0, 0, -1, -1, -1, -1, -1, -1}));
    put("psd sound", PsdBytes.of(1, 1, 8, PsdBytes.GRAY, new byte[1]));
    put("psd cut", Arrays.copyOf(PsdBytes.of(9, 9, 8, PsdBytes.GRAY, new byte[81]), 60));
    put("psd of 32 bits", PsdBytes.of(1, 1, 32, PsdBytes.GRAY, new byte[4]));
    put(
        "psd without composite",
        PsdBytes.withResources(1, 1, 8, PsdBytes.GRAY, PsdBytes.versionInfo(false), new byte[1]));
    put("psd of 300000 x 300000", PsdBytes.of(300_000, 300_000, 8, PsdBytes.RGB));
    put("avif, where there is no tool", HeifToolTest.avif(4, 4));
  }

  private void put(String kind, byte[] bytes) {
    if (files.put(kind, bytes) != null) {
      throw new IllegalStateException("two kinds of one name: " + kind);
    }
  }

  private static byte[] changed(byte[] bytes, Consumer<ByteBuffer> change) {
    byte[] copy = bytes.clone();
    change.accept(ByteBuffer.wrap(copy));
    return copy;
  }

  private static byte[] png(int colourType, int channels) {
    byte[][] rows = new byte[64][64 * channels];
    for (int i = 0; i < 64 * 64 * channels; i++) {
      rows[i / (64 * channels)][i % (64 * channels)] = (byte) (i * i % 251);
    }
    return new PngBytes(64, 64, 8, colourType).pixels(rows);
  }

  private static byte[] written(String format) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, i * 2654435 & 0xffffff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] text(String characters) {
    return characters.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
