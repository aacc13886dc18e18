package org.palimpsest.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The page to look at: one self-contained HTML file without scripts, nothing in it is fetched from
 * elsewhere. The template escapes every value for its place.
 */
final class ContactPage {
  private static final String TEMPLATES = "org.palimpsest.report.page";

  private final Path folder;

  ContactPage(Path folder) {
    this.folder = folder;
  }

  void write(List<ResultRow> rows, PageFacts facts, OutputStream out) throws IOException {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, ContactPage.class.getClassLoader(), TEMPLATES);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      engine.render("index.jte", PageModel.of(folder, rows, facts), new WriterOutput(writer));
    } catch (TemplateException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw new IOException(io);
      }
      throw e;
    }
    writer.flush();
  }
}
