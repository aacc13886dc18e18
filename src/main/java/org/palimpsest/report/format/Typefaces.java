package org.palimpsest.report.format;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typefaces of printed reports, all embedded: Liberation, and DejaVu for characters that it
 * lacks. What neither has is written out as {@code <U+4E2D>}, so that nothing is lost unseen.
 */
final class Typefaces {
  private static final String LIBERATION = "/liberation/Liberation";
  private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVu";

  /** A font file and the family and style it stands for. */
  private record Face(String resource, String family, int weight, FontStyle style) {}

  private static final List<Face> FACES =
      List.of(
          new Face(LIBERATION + "Sans-Regular.ttf", "Body", 400, FontStyle.NORMAL),
          new Face(LIBERATION + "Sans-Bold.ttf", "Body", 700, FontStyle.NORMAL),
          new Face(LIBERATION + "Mono-Regular.ttf", "Code", 400, FontStyle.NORMAL),
          new Face(DEJAVU + "Sans.ttf", "Wide", 400, FontStyle.NORMAL),
          new Face(DEJAVU + "Sans-Bold.ttf", "Wide", 700, FontStyle.NORMAL));

  private final BitSet known = new BitSet();

  /** Reads which characters the typefaces have. */
  Typefaces() {
    for (String resource : List.of(LIBERATION + "Sans-Regular.ttf", DEJAVU + "Sans-Bold.ttf")) {
      try (InputStream in = open(resource);
          TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
        CmapLookup map = font.getUnicodeCmapLookup();
        for (int character = 0x20; character <= Character.MAX_CODE_POINT; character++) {
          if (map.getGlyphId(character) != 0) {
            known.set(character);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The typefaces of reports are missing.", e);
      }
    }
  }

  /** Makes the engine know them. */
  void giveTo(PdfRendererBuilder builder) {
    for (Face face : FACES) {
      builder.useFont(
          () -> open(face.resource()), face.family(), face.weight(), face.style(), true);
    }
  }

  /** A text of which every character can be printed. */
  String printable(String words) {
    StringBuilder shown = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            character -> {
              if (known.get(character)) {
                shown.appendCodePoint(character);
              } else {
                shown.append("<U+%04X>".formatted(character));
              }
            });
    return shown.toString();
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(Typefaces.class.getResourceAsStream(resource), resource);
  }
}
