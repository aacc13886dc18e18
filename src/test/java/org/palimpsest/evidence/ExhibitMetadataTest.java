package org.palimpsest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a file says of itself, from files made here; hostile ones cost little and harm nothing. */
class ExhibitMetadataTest {
  @Test
  void plainJpegHasItsStructureAndNothingElse() throws IOException {
    ExhibitMetadata metadata = read(jpeg(64, 48));
    assertThat(metadata.camera()).isNull();
    assertThat(metadata.credentials()).isEqualTo(Credentials.ABSENT);
    assertThat(metadata.thumbnail()).isNull();
    assertThat(metadata.notes()).isEmpty();
    JpegStructure structure = Objects.requireNonNull(metadata.jpeg());
    assertThat(structure.width()).isEqualTo(64);
    assertThat(structure.height()).isEqualTo(48);
    assertThat(structure.process()).isEqualTo("baseline");
    assertThat(structure.notation()).isEqualTo("4:2:0");
    assertThat(structure.ijgQuality()).isEqualTo(75); // the platform's usual setting
    assertThat(structure.tables()).hasSize(2);
    assertThat(structure.tables().getFirst().divisors()).startsWith(8, 6, 6, 7, 6, 5).hasSize(64);
  }

  @Test
  void tablesThatAreNotOfTheScaleAreNotCalledSo() throws IOException {
    byte[] jpeg = jpeg(16, 16);
    int table = find(jpeg, 0xdb) + 5;
    jpeg[table + 20]++;
    assertThat(structure(jpeg).ijgQuality()).isNull();
    assertThat(structure(jpeg).words()).contains("not those of the IJG scale");
  }

  @Test
  void cameraSoftwareAndTimeAreTakenFromTheExifData() throws IOException {
    byte[] exif =
        new ExifBytes()
            .text(271, "Maker")
            .text(272, "Model 7")
            .text(305, "Editor 2")
            .sub(36867, "2024:05:06 07:08:09")
            .bytes(new byte[0]);
    ExhibitMetadata metadata = read(withSegment(jpeg(16, 16), 0xe1, "Exif\0\0", exif));
    assertThat(metadata.camera()).isEqualTo("Maker Model 7");
    assertThat(metadata.software()).isEqualTo("Editor 2");
    assertThat(metadata.taken()).isEqualTo("2024:05:06 07:08:09");
    assertThat(metadata.directories())
        .anySatisfy(
            directory -> {
              assertThat(directory.name()).isEqualTo("Exif IFD0");
              assertThat(directory.tags()).contains(new MetadataTag("Make", "Maker"));
            });
  }

  @Test
  void xmpAndIptcAreKept() throws IOException {
    String xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='Tool 3'/></rdf:RDF>"
            + "</x:xmpmeta>";
    byte[] iptc = {0x1c, 2, 120, 0, 4, 'w', 'o', 'r', 'd'};
    ByteBuffer resource = ByteBuffer.allocate(12 + 10);
    resource.put("8BIM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x0404);
    resource.putShort((short) 0).putInt(iptc.length).put(iptc);
    byte[] jpeg =
        withSegment(
            withSegment(
                jpeg(16, 16),
                0xe1,
                "http://ns.adobe.com/xap/1.0/\0",
                xmp.getBytes(StandardCharsets.UTF_8)),
            0xed,
            "Photoshop 3.0\0",
            resource.array());
    ExhibitMetadata metadata = read(jpeg);
    assertThat(metadata.software()).isEqualTo("Tool 3");
    assertThat(metadata.directories())
        .flatExtracting(MetadataDirectory::tags)
        .contains(
            new MetadataTag("xmp:CreatorTool", "Tool 3"),
            new MetadataTag("Caption/Abstract", "word"));
  }

  @Test
  void thumbnailOfAnotherShapeIsSaid() throws IOException {
    for (int width : new int[] {32, 40}) {
      byte[] exif = new ExifBytes().bytes(jpeg(width, 24));
      ExhibitMetadata metadata = read(withSegment(jpeg(64, 48), 0xe1, "Exif\0\0", exif));
      EmbeddedThumbnail thumbnail = Objects.requireNonNull(metadata.thumbnail());
      assertThat(thumbnail.width()).isEqualTo(width);
      assertThat(thumbnail.height()).isEqualTo(24);
      assertThat(thumbnail.aspectDisagrees()).isEqualTo(width == 40);
    }
  }

  @Test
  void thumbnailThatIsNotThereIsANote() throws IOException {
    byte[] exif = new ExifBytes().bytes(jpeg(32, 24));
    ByteBuffer length = ByteBuffer.wrap(exif);
    for (int at = 0; at + 12 < exif.length; at++) { // the entry that holds the length
      if (length.getShort(at) == 0x0202 && length.getInt(at + 4) == 1) {
        length.putInt(at + 8, 100_000_000);
        break;
      }
    }
    ExhibitMetadata metadata = read(withSegment(jpeg(64, 48), 0xe1, "Exif\0\0", exif));
    assertThat(metadata.thumbnail()).isNull();
    assertThat(metadata.notes())
        .contains("The embedded thumbnail is said to lie outside of the file.");
  }

  @Test
  void contentCredentialsAreSaidToBeThereAndNotValidated() throws IOException {
    ByteBuffer jumbf = ByteBuffer.allocate(40);
    jumbf.put("JP".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).putInt(1).putInt(32);
    jumbf.put("jumb".getBytes(StandardCharsets.US_ASCII)).putInt(24);
    jumbf.put("jumd".getBytes(StandardCharsets.US_ASCII));
    jumbf.put(HexFormat.of().parseHex("6332706100110010800000aa00389b71"));
    Credentials found = read(withSegment(jpeg(16, 16), 0xeb, "", jumbf.array())).credentials();
    assertThat(found).isEqualTo(Credentials.PRESENT_NOT_VALIDATED);
    assertThat(found.words()).isEqualTo("present, not validated");
    assertThat(read(png("caBX", new byte[30])).credentials())
        .isEqualTo(Credentials.PRESENT_NOT_VALIDATED);
    assertThat(read(png("tEXt", "caBX\0caBX".getBytes(StandardCharsets.US_ASCII))).credentials())
        .isEqualTo(Credentials.ABSENT);
    byte[] media = new byte[48];
    ByteBuffer.wrap(media)
        .putInt(24)
        .put("ftypheic".getBytes(StandardCharsets.US_ASCII))
        .putInt(24, 24)
        .put(28, "uuid".getBytes(StandardCharsets.US_ASCII))
        .put(32, HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"));
    assertThat(read(media).credentials()).isEqualTo(Credentials.PRESENT_NOT_VALIDATED);
    assertThat(read("BM".getBytes(StandardCharsets.US_ASCII)).credentials())
        .isEqualTo(Credentials.NOT_LOOKED_FOR);
  }

  @Test
  void sizeOfAScreenOrAMessengerIsObservedOnlyWithoutACamera() throws IOException {
    byte[] plain = jpeg(16, 16);
    assertThat(ExhibitMetadata.of(evidence(plain), 1170, 2532).notes())
        .containsExactly(
            "The size, 1170 × 2532, equals that of a common screen, and there is no camera"
                + " metadata.");
    assertThat(ExhibitMetadata.of(evidence(plain), 1600, 1200).notes())
        .singleElement()
        .asString()
        .contains("1600, equals one to which messengers", "IJG quality 75");
    byte[] exif = new ExifBytes().text(272, "Model").bytes(new byte[0]);
    byte[] camera = withSegment(plain, 0xe1, "Exif\0\0", exif);
    assertThat(ExhibitMetadata.of(evidence(camera), 1170, 2532).notes()).isEmpty();
    assertThat(ExhibitMetadata.of(evidence(plain), 1171, 2532).notes()).isEmpty();
  }

  @Test
  void compressedTextThatUnfoldsWithoutEndIsLeftOut() {
    byte[] content = joined("Comment\0\0", deflated(new byte[100_000_000]));
    ExhibitMetadata metadata = timed(png("zTXt", content));
    assertThat(metadata.notes()).singleElement().asString().contains("unfold beyond 8 MiB");
  }

  @Test
  void lengthsThatLieCostNothing() {
    byte[] png = png("eXIf", new byte[8]);
    ByteBuffer.wrap(png).putInt(33, 0x7ffffff0);
    timed(png);
    byte[] webp = "RIFF....WEBPVP8X....".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 12).putInt(16, 0x7ffffff0);
    assertThat(timed(webp).notes()).singleElement().asString().contains("lengths beyond its end");
    byte[] heic = new byte[40];
    ByteBuffer.wrap(heic)
        .putInt(16)
        .put("ftypheic".getBytes(StandardCharsets.US_ASCII))
        .putInt(16, 0x7ffffff0)
        .put(20, "meta".getBytes(StandardCharsets.US_ASCII));
    assertThat(timed(heic).notes()).singleElement().asString().contains("lengths beyond its end");
  }

  @Test
  void directoriesThatReferToEachOtherWithoutEndAreLeftOut() {
    // 3000 entries, each a list of 9000 pointers that lie over the entries themselves.
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3000 * 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 3000);
    for (int i = 0; i < 3000; i++) {
      tiff.putShort((short) 0x014a).putShort((short) 4).putInt(9000).putInt(8);
    }
    assertThat(timed(tiff.array()).notes()).singleElement().asString().contains("without end");
  }

  @Test
  void randomDamageNeverFails() throws IOException {
    byte[] sound =
        withSegment(
            jpeg(16, 16), 0xe1, "Exif\0\0", new ExifBytes().text(271, "Maker").bytes(jpeg(8, 8)));
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = Arrays.copyOf(sound, 2 + random.nextInt(sound.length - 2));
      for (int i = 0; i < 4; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(read(damaged).credentials()).isNotNull();
    }
  }

  @Test
  void longAndHiddenTextIsBounded() throws IOException {
    byte[] exif =
        new ExifBytes().text(271, "a".repeat(5000)).text(272, "x\u0007y").bytes(new byte[0]);
    ExhibitMetadata metadata = read(withSegment(jpeg(16, 16), 0xe1, "Exif\0\0", exif));
    assertThat(metadata.camera()).hasSizeLessThan(400).endsWith("x<U+0007>y");
    byte[] jpeg = jpeg(16, 16);
    for (int i = 0; i < 2000; i++) {
      jpeg =
          withSegment(
              jpeg, 0xfe, "", "a comment among many others".getBytes(StandardCharsets.US_ASCII));
    }
    ExhibitMetadata many = read(jpeg);
    assertThat(many.directories().size()).isBetween(100, 1500);
    assertThat(many.notes()).anySatisfy(note -> assertThat(note).contains("were left out"));
  }

  private static JpegStructure structure(byte[] jpeg) {
    return JpegStructure.of(jpeg).orElseThrow();
  }

  private static ExhibitMetadata timed(byte[] bytes) {
    long start = System.nanoTime();
    ExhibitMetadata metadata = read(bytes);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    return metadata;
  }

  private static ExhibitMetadata read(byte[] bytes) {
    return ExhibitMetadata.of(evidence(bytes), 64, 48);
  }

  private static Evidence evidence(byte[] bytes) {
    return new Evidence(Path.of("a"), bytes, Sha256.of(bytes), FileType.of(bytes));
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }

  private static int find(byte[] jpeg, int marker) {
    int at = 0;
    while (!(jpeg[at] == -1 && jpeg[at + 1] == (byte) marker)) {
      at++;
    }
    return at;
  }

  private static byte[] withSegment(byte[] jpeg, int marker, String prefix, byte[] content) {
    byte[] all = joined(prefix, content);
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + all.length + 4);
    out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (all.length + 2));
    return out.put(all).put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A PNG without pixels and with one more chunk. */
  private static byte[] png(String type, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
    byte[] head = new byte[13];
    head[3] = 1;
    head[7] = 1;
    head[8] = 8;
    chunk(out, "IHDR", head);
    chunk(out, type, content);
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] body = joined(type, content);
    CRC32 crc = new CRC32();
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] joined(String prefix, byte[] content) {
    byte[] start = prefix.getBytes(StandardCharsets.ISO_8859_1);
    byte[] joined = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, joined, start.length, content.length);
    return joined;
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length / 100];
      return Arrays.copyOf(out, deflater.deflate(out));
    }
  }
}
