package org.palimpsest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Support;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import org.palimpsest.tasks.Progress;

class SourceProtectionTest {
  private static final List<String> SECRETS =
      List.of(
          "Wilhelmina Quist",
          "SN-77123456",
          "48.137",
          "Marienplatz",
          "jane@source.example",
          "whistle");

  @TempDir Path folder;

  /** A photograph whose Exif data tell who took it, where, and with which camera. */
  private Path photograph(String name) throws Exception {
    byte[] jpeg = Jpeg.encode(TestImages.photograph(160, 120, 5), 90, Subsampling.S420);
    byte[] exif = exif();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xff, (byte) 0xe1});
    out.write((exif.length + 2) >> 8);
    out.write(exif.length + 2);
    out.writeBytes(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return Files.write(
        Files.createDirectories(folder.resolve("exhibits/from whistleblower")).resolve(name),
        out.toByteArray());
  }

  private static byte[] exif() {
    ByteBuffer tiff = ByteBuffer.allocate(512);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    byte[] artist = "Wilhelmina Quist\0".getBytes(StandardCharsets.US_ASCII);
    byte[] serial = "SN-77123456\0".getBytes(StandardCharsets.US_ASCII);
    byte[] about = "At Marienplatz 48.137\0".getBytes(StandardCharsets.US_ASCII);
    tiff.putShort((short) 3);
    entry(tiff, 0x010e, about.length, 200);
    entry(tiff, 0x013b, artist.length, 240);
    tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(120);
    tiff.putInt(0);
    tiff.position(120);
    tiff.putShort((short) 1);
    entry(tiff, 0xa431, serial.length, 280);
    tiff.putInt(0);
    tiff.put(200, about).put(240, artist).put(280, serial);
    ByteBuffer exif = ByteBuffer.allocate(6 + 512);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    return exif.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int length, int offset) {
    tiff.putShort((short) tag).putShort((short) 2).putInt(length).putInt(offset);
  }

  private ReportCase made() throws Exception {
    ReportCase open = new ReportCase(folder);
    open.examine(
        new Receipt("e-mail from jane@source.example", "jane@source.example", null, "Ada", "", ""),
        photograph("harbour.jpg"));
    Finding finding =
        open.file
            .findings()
            .add(
                open.row(1).id(),
                new FindingDraft(
                    Outcome.INCONCLUSIVE,
                    Support.NONE,
                    "Wilhelmina Quist says it was taken with SN-77123456; nothing was marked.",
                    List.of(),
                    null));
    assertThat(finding.version()).isEqualTo(1);
    return open;
  }

  private void write(ReportCase open, Path out, SourceProtection protection) throws Exception {
    open.reports()
        .write(
            open.file,
            new ReportRequest(
                out, EnumSet.allOf(ReportFormat.class), Selection.ofAll(), protection, false),
            Progress.unwatched());
  }

  @Test
  void withoutProtectionEveryFormatTellsWhatTheFileTells() throws Exception {
    try (ReportCase open = made()) {
      Path out = folder.resolve("out");
      write(open, out, SourceProtection.none());
      assertThat(pdf(out)).contains("Wilhelmina Quist").contains("SN-77123456");
      assertThat(Files.readString(out.resolve("report.html"))).contains("Marienplatz");
      assertThat(Files.readString(out.resolve("report.json"))).contains("SN-77123456");
    }
  }

  @Test
  void withItNoFormatAndNoFileOfTheBundleTells() throws Exception {
    try (ReportCase open = made()) {
      Path out = folder.resolve("out");
      write(open, out, SourceProtection.ofSources());
      for (String text : texts(out)) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (String secret : SECRETS) {
          assertThat(folded).doesNotContain(secret.toLowerCase(Locale.ROOT));
        }
        assertThat(folded).doesNotContain(folder.toString().toLowerCase(Locale.ROOT));
      }
      assertThat(pdf(out))
          .contains("[redacted]")
          .contains("sources redacted")
          .contains("harbour.jpg");
      assertThat(Files.readString(out.resolve("report.json"))).contains("[redacted]");
      assertThat(Files.readString(out.resolve("report.csv"))).contains("[redacted]/harbour.jpg");
    }
  }

  @Test
  void fileNamesAreHiddenWhenAsked() throws Exception {
    try (ReportCase open = made()) {
      Path out = folder.resolve("out");
      write(open, out, SourceProtection.ofSourcesAndNames());
      for (String text : texts(out)) {
        assertThat(text).doesNotContain("harbour.jpg");
      }
      try (Stream<Path> files = Files.walk(out)) {
        assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("harbour"));
      }
    }
  }

  /** Every text that leaves with the report: the four formats and every file of the bundle. */
  private static List<String> texts(Path out) throws Exception {
    List<String> texts = new ArrayList<>();
    texts.add(pdf(out));
    texts.add(Files.readString(out.resolve("report.html")));
    texts.add(Files.readString(out.resolve("report.csv")));
    texts.add(Files.readString(out.resolve("report.json")));
    try (ZipFile zip = new ZipFile(out.resolve("replay.zip").toFile())) {
      for (ZipEntry entry : zip.stream().<ZipEntry>map(e -> e).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          texts.add(entry.getName() + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }

  private static String pdf(Path out) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(out.resolve("report.pdf").toFile())) {
      return pdf.getDocumentInformation().getSubject()
          + pdf.getDocumentInformation().getTitle()
          + new PDFTextStripper().getText(pdf);
    }
  }
}
