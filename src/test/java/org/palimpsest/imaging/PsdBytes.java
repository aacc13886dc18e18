package org.palimpsest.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds Photoshop documents without layers: a composite, uncompressed, plane by plane. */
final class PsdBytes {
  static final int GRAY = 1;
  static final int RGB = 3;
  static final int CMYK = 4;
  static final int LAB = 9;

  private PsdBytes() {}

  static byte[] of(int width, int height, int depth, int mode, byte[]... planes) {
    return withResources(width, height, depth, mode, new byte[0], planes);
  }

  /** A document with image resources. */
  static byte[] withResources(
      int width, int height, int depth, int mode, byte[] resources, byte[]... planes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(26 + 4 + 4);
    head.put("8BPS".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).put(new byte[6]);
    head.putShort((short) planes.length).putInt(height).putInt(width);
    head.putShort((short) depth).putShort((short) mode).putInt(0).putInt(resources.length);
    out.writeBytes(head.array());
    out.writeBytes(resources);
    out.writeBytes(new byte[4]); // no layers
    out.writeBytes(new byte[2]); // uncompressed
    for (byte[] plane : planes) {
      out.writeBytes(plane);
    }
    return out.toByteArray();
  }

  /** The resource that says whether the composite holds the layers. */
  static byte[] versionInfo(boolean merged) {
    ByteBuffer resource = ByteBuffer.allocate(12 + 18);
    resource.put("8BIM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1057);
    return resource.putShort((short) 0).putInt(17).putInt(1).put((byte) (merged ? 1 : 0)).array();
  }
}
