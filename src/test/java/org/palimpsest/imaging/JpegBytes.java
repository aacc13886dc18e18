package org.palimpsest.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEG files of unusual kinds with the platform's writer. */
final class JpegBytes {
  private JpegBytes() {}

  /** A flat picture of four components as stored, 16 x 16, with Adobe's marker. */
  static byte[] adobe(int transform, int... stored) {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        raster.setPixel(x, y, stored);
      }
    }
    byte[] plain = write(new IIOImage(raster, null, null), false, 1f);
    ByteBuffer marker = ByteBuffer.allocate(12);
    marker.put(new byte[] {'A', 'd', 'o', 'b', 'e'}).putShort((short) 100);
    marker.putShort((short) 0).putShort((short) 0).put((byte) transform);
    return withSegment(plain, 0xee, marker.array());
  }

  /** A colour picture; progressive and baseline hold the same coefficients. */
  static byte[] colour(int side, boolean progressive) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, (i * 37 % 256) << 16 | (i % side * 3) << 8 | i / side * 2);
    }
    return write(new IIOImage(image, null, null), progressive, 0.8f);
  }

  /** Inserts a segment behind the start of the image. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
    out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
    out.putShort((short) (content.length + 2)).put(content).put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  /** Where a marker first stands, from the start. */
  static int find(byte[] jpeg, int marker, int number) {
    int left = number;
    for (int at = 0; at + 1 < jpeg.length; at++) {
      if (jpeg[at] == -1 && jpeg[at + 1] == (byte) marker && left-- == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("no such marker: " + marker);
  }

  /** The first scans of a progressive file, properly ended. */
  static byte[] firstScans(byte[] progressive, int scans) {
    int next = find(progressive, 0xda, scans);
    byte[] cut = Arrays.copyOf(progressive, next + 2);
    cut[next] = -1;
    cut[next + 1] = (byte) 0xd9;
    return cut;
  }

  private static byte[] write(IIOImage image, boolean progressive, float quality) {
    ImageWriter writer = Writers.ofPlatform("jpeg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
