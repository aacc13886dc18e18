package org.palimpsest.report.format;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.palimpsest.imaging.RgbImage;

/** The pages of a written PDF as pictures, for a preview. Used by one thread at a time. */
public final class PdfPages implements AutoCloseable {
  private final PDDocument document;
  private final PDFRenderer renderer;

  private PdfPages(PDDocument document) {
    this.document = document;
    renderer = new PDFRenderer(document);
  }

  /** Opens a PDF that this program wrote. */
  public static PdfPages open(Path file) throws IOException {
    return new PdfPages(Loader.loadPDF(file.toFile()));
  }

  public int count() {
    return document.getNumberOfPages();
  }

  /**
   * Draws a page.
   *
   * @param index 0 for the first
   * @param dotsPerInch resolution; 72 gives an A4 page 595 pixels of width
   */
  public RgbImage draw(int index, float dotsPerInch) throws IOException {
    BufferedImage page = renderer.renderImageWithDPI(index, dotsPerInch, ImageType.RGB);
    byte[] rgb = new byte[page.getWidth() * page.getHeight() * 3];
    int[] row = new int[page.getWidth()];
    int at = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      page.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    return new RgbImage(page.getWidth(), page.getHeight(), rgb);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
