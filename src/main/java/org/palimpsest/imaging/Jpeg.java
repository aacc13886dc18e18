package org.palimpsest.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Baseline JPEG (JFIF, ITU-T T.81) at a quality on the Independent JPEG Group's scale. */
public final class Jpeg {
  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  private Jpeg() {}

  /**
   * The bytes of a JPEG file.
   *
   * @param quality 1..100
   */
  public static byte[] encode(RgbImage image, int quality, Subsampling subsampling) {
    QuantizationTables tables = QuantizationTables.ofQuality(quality);
    ImageWriter writer = platformWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      BufferedImage pixels = buffered(image);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_COPY_FROM_METADATA);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels), param);
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      setTables(root, tables);
      setSampling(root, subsampling);
      metadata.setFromTree(FORMAT, root);
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, metadata), param);
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException("The platform's JPEG writer refused its own metadata.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a JPEG into memory failed.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * The pixels after being saved as JPEG and loaded again.
   *
   * @param quality 1..100
   */
  public static RgbImage recompress(RgbImage image, int quality, Subsampling subsampling) {
    return new JpegRoundTrip(QuantizationTables.ofQuality(quality), subsampling).apply(image);
  }

  // The platform's own writer: other plug-ins on the class path register for the same format.
  private static ImageWriter platformWriter() {
    Iterator<ImageWriterSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
    while (providers.hasNext()) {
      ImageWriterSpi provider = providers.next();
      if (provider.getClass().getName().startsWith("com.sun.imageio.plugins.jpeg.")) {
        try {
          return provider.createWriterInstance();
        } catch (IOException e) {
          throw new UncheckedIOException("The platform's JPEG writer does not start.", e);
        }
      }
    }
    throw new IllegalStateException("This Java platform has no JPEG writer.");
  }

  private static BufferedImage buffered(RgbImage image) {
    BufferedImage pixels =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[image.width()];
    byte[] rgb = image.rgb();
    for (int y = 0, i = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++, i += 3) {
        row[x] = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
      }
      pixels.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return pixels;
  }

  private static void setTables(IIOMetadataNode root, QuantizationTables tables) {
    var nodes = root.getElementsByTagName("dqtable");
    if (nodes.getLength() != 2) {
      throw new IllegalStateException("Two quantization tables expected: " + nodes.getLength());
    }
    for (int i = 0; i < nodes.getLength(); i++) {
      IIOMetadataNode node = (IIOMetadataNode) nodes.item(i);
      boolean luma = node.getAttribute("qtableId").equals("0");
      node.setUserObject(new JPEGQTable(luma ? tables.luma() : tables.chroma()));
    }
  }

  private static void setSampling(IIOMetadataNode root, Subsampling subsampling) {
    IIOMetadataNode first = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
    first.setAttribute("HsamplingFactor", Integer.toString(subsampling.horizontal()));
    first.setAttribute("VsamplingFactor", Integer.toString(subsampling.vertical()));
  }
}
