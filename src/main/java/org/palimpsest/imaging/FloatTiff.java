package org.palimpsest.imaging;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferFloat;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.palimpsest.imaging.DecodeException.Reason;

/**
 * Localization maps without loss: TIFF 6.0 with one 32-bit IEEE sample a pixel (SampleFormat 3),
 * compressed by Adobe Deflate (compression 8), as other image software reads it.
 */
public final class FloatTiff {
  private FloatTiff() {}

  /** A TIFF with exactly these values. */
  public static byte[] encode(FloatMap map) {
    ImageWriter writer = Writers.ofPlatform("tiff");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType("ZLib");
      writer.write(null, new IIOImage(view(map), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing but memory is written to", e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /**
   * Reads a map back.
   *
   * @throws DecodeException if the bytes are no TIFF with one 32-bit floating-point sample a pixel
   */
  public static FloatMap decode(byte[] bytes) throws DecodeException {
    ImageReader reader = Container.TIFF.reader();
    try (ImageInputStream in = new ByteArrayImageInputStream(bytes)) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > ImageDecoder.MAX_PIXELS) {
        throw new DecodeException(
            Reason.TOO_MANY_PIXELS,
            "The map's header claims %,d x %,d values.".formatted(width, height),
            null);
      }
      Raster raster = reader.read(0).getRaster();
      if (raster.getNumBands() != 1
          || raster.getDataBuffer().getDataType() != DataBuffer.TYPE_FLOAT) {
        throw new DecodeException(
            Reason.UNSUPPORTED, "The TIFF is not a map of 32-bit floating-point values.", null);
      }
      float[] values = raster.getSamples(0, 0, width, height, 0, new float[width * height]);
      return new FloatMap(width, height, values);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new DecodeException(Reason.DAMAGED, "The map cannot be decoded.", e);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage view(FloatMap map) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    BandedSampleModel layout =
        new BandedSampleModel(DataBuffer.TYPE_FLOAT, map.width(), map.height(), 1);
    DataBufferFloat values = new DataBufferFloat(map.values(), map.values().length);
    return new BufferedImage(
        model, Raster.createWritableRaster(layout, values, new Point()), false, null);
  }
}
