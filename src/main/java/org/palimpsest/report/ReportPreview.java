package org.palimpsest.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.report.format.PdfPages;

/**
 * The pages of a report before it is written. Closing it removes the temporary file. Used by one
 * thread at a time.
 */
public final class ReportPreview implements AutoCloseable {
  private final Path folder;
  private final PdfPages pages;
  private final List<String> missing;

  ReportPreview(Path folder, PdfPages pages, List<String> missing) {
    this.folder = folder;
    this.pages = pages;
    this.missing = List.copyOf(missing);
  }

  public int pages() {
    return pages.count();
  }

  /** What keeps the report a draft, a sentence each. */
  public List<String> missing() {
    return missing;
  }

  /**
   * Draws a page.
   *
   * @param index 0 for the first
   * @param width of the picture in pixels
   */
  public RgbImage page(int index, int width) throws IOException {
    return pages.draw(index, width * 72f / 595.276f);
  }

  @Override
  public void close() throws IOException {
    try {
      pages.close();
    } finally {
      ReportFolder.remove(folder);
    }
  }
}
