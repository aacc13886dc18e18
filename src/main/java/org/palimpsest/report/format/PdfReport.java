package org.palimpsest.report.format;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.palimpsest.report.document.Picture;
import org.palimpsest.report.document.ReportDocument;
import org.palimpsest.tasks.Progress;

/**
 * A report as a PDF: tagged after PDF/UA, text selectable, typefaces embedded, with bookmarks. The
 * engine may read the report's own pictures and nothing else.
 */
public final class PdfReport {
  private static final String SCHEME = "picture";

  private final Templates templates = new Templates();
  private final Typefaces typefaces = new Typefaces();

  /**
   * Writes the file.
   *
   * @param progress asked before and after the pages are laid out
   */
  public void write(ReportDocument report, OutputStream out, Progress progress) throws IOException {
    // The engine speaks to the terminal unless it is told whom to speak to.
    XRLog.setLoggerImpl(new EngineLog());
    Paper paper = new Paper(typefaces);
    StringWriter html = new StringWriter();
    templates.write("report/print.jte", report, paper, html);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Palimpsest");
    builder.withHtmlContent(html.toString(), null);
    builder.useUriResolver(
        (base, uri) -> uri.startsWith(SCHEME + ":") || uri.startsWith("#") ? uri : null);
    builder.useProtocolsStreamImplementation(paper::open, SCHEME);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(TextDirection.LTR);
    typefaces.giveTo(builder);
    // Pictures and fonts of a long report wait in a file, not in memory.
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      builder.usePDDocument(document);
      builder.toStream(new Stoppable(out, progress));
      builder.run();
    }
  }

  /** Ends the writing when it was cancelled. */
  private static final class Stoppable extends FilterOutputStream {
    private final Progress progress;

    Stoppable(OutputStream out, Progress progress) {
      super(out);
      this.progress = progress;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (progress.isCancelled()) {
        throw new IOException("The report was cancelled.");
      }
      out.write(bytes, from, length);
    }
  }

  /** Pages of paper; it hands out the pictures it has named itself. */
  private static final class Paper implements Medium {
    private final Typefaces typefaces;
    private final Map<String, Path> pictures = new ConcurrentHashMap<>();

    Paper(Typefaces typefaces) {
      this.typefaces = typefaces;
    }

    @Override
    public String text(String words) {
      return typefaces.printable(words);
    }

    @Override
    public String source(Picture picture) {
      String name = SCHEME + ":" + picture.file().getFileName();
      pictures.put(name, picture.file());
      return name;
    }

    @Override
    public boolean isPaged() {
      return true;
    }

    FSStream open(String name) {
      Path file = Objects.requireNonNull(pictures.get(name), "No picture of this report: " + name);
      return new FSStream() {
        @Override
        public InputStream getStream() {
          try {
            return Files.newInputStream(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public Reader getReader() {
          return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
      };
    }
  }
}
