package org.palimpsest.report.format;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.palimpsest.report.document.ReportDocument;

/** The compiled templates of reports; they escape every value for its place. */
final class Templates {
  private static final String PACKAGE = "org.palimpsest.report.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

  /** Writes a report by one of the templates. */
  void write(String template, ReportDocument report, Medium medium, Writer out) throws IOException {
    try {
      engine.render(template, Map.of("report", report, "medium", medium), new WriterOutput(out));
    } catch (TemplateException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UncheckedIOException io) {
          throw new IOException(io);
        }
      }
      throw e;
    }
    out.flush();
  }
}
