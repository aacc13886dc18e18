package org.palimpsest.imaging;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Lossless pictures for people and reports (ISO/IEC 15948). */
public final class Png {
  private Png() {}

  /** An 8-bit RGB PNG with exactly these pixels. The same image always gives the same bytes. */
  public static byte[] encode(RgbImage image) {
    return encode(view(image));
  }

  /** An 8-bit grey PNG: 255 where the mask is marked, 0 elsewhere, as data sets keep masks. */
  public static byte[] encode(Mask mask) {
    BufferedImage grey =
        new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (mask.values()[i] * 255);
    }
    return encode(grey);
  }

  private static byte[] encode(BufferedImage image) {
    ImageWriter writer = Writers.ofPlatform("png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing but memory is written to", e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The same array seen through the platform's eyes. */
  private static BufferedImage view(RgbImage image) {
    byte[] rgb = image.rgb();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(rgb, rgb.length),
            image.width(),
            image.height(),
            image.width() * 3,
            3,
            new int[] {0, 1, 2},
            new Point());
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    ComponentColorModel model =
        new ComponentColorModel(srgb, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }
}
