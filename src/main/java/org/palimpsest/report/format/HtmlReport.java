package org.palimpsest.report.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.palimpsest.report.document.Picture;
import org.palimpsest.report.document.ReportDocument;

/**
 * A report as one HTML file that needs nothing else: pictures inside, no scripts, nothing fetched.
 * It is written as a stream, one picture in memory at a time.
 */
public final class HtmlReport {
  private final Templates templates = new Templates();

  /** Writes the file. */
  public void write(ReportDocument report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    templates.write("report/screen.jte", report, new Screen(), writer);
  }

  private static final class Screen implements Medium {
    @Override
    public String text(String words) {
      return words;
    }

    @Override
    public String source(Picture picture) {
      try {
        return "data:%s;base64,%s"
            .formatted(
                picture.type(),
                Base64.getEncoder().encodeToString(Files.readAllBytes(picture.file())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean isPaged() {
      return false;
    }
  }
}
