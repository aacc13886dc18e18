package org.palimpsest.installer;

import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import javax.imageio.ImageIO;

/** The icon in the formats of the platforms. */
final class IconFiles {
  static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
  static final String SVG = "palimpsest.svg";

  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;
  private static final int LARGEST_IN_ICO = 256;

  private IconFiles() {}

  static String png(int size) {
    return "palimpsest-%d.png".formatted(size);
  }

  /** Writes all of them into a folder and returns the folder. */
  static Path write(Path folder) throws IOException {
    SequencedMap<Integer, byte[]> images = new LinkedHashMap<>();
    for (int size : SIZES) {
      images.put(size, png(size, folder));
    }
    Files.writeString(folder.resolve(SVG), svg());
    Files.write(folder.resolve("palimpsest.ico"), ico(images));
    Files.write(folder.resolve("palimpsest.icns"), icns(images));
    return folder;
  }

  private static byte[] png(int size, Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(Icon.raster(size), "png", out)) {
      throw new IOException("This Java writes no PNG");
    }
    Files.write(folder.resolve(png(size)), out.toByteArray());
    return out.toByteArray();
  }

  static String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\">%n"
            .formatted(Icon.SIDE));
    for (Icon.Part part : new Icon(Icon.SIDE).parts()) {
      svg.append(
          "  <path fill=\"#%06x\" d=\"%s\"/>%n"
              .formatted(
                  part.colour().getRGB() & 0xffffff, path(part.shape().getPathIterator(null))));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String path(PathIterator outline) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (; !outline.isDone(); outline.next()) {
      int kind = outline.currentSegment(points);
      path.append("MLQCZ".charAt(kind));
      int[] values = {2, 2, 4, 6, 0};
      for (int i = 0; i < values[kind]; i++) {
        path.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f", points[i]));
      }
    }
    return path.toString();
  }

  /** Windows: a directory of PNG files. */
  private static byte[] ico(SequencedMap<Integer, byte[]> images) {
    Map<Integer, byte[]> fitting = new LinkedHashMap<>(images);
    fitting.keySet().removeIf(size -> size > LARGEST_IN_ICO);
    int start = ICO_HEADER + ICO_ENTRY * fitting.size();
    int length = start + fitting.values().stream().mapToInt(image -> image.length).sum();
    ByteBuffer ico = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) fitting.size());
    int offset = start;
    for (Map.Entry<Integer, byte[]> image : fitting.entrySet()) {
      // 256 is written as 0.
      byte side = (byte) (image.getKey() % LARGEST_IN_ICO);
      ico.put(side).put(side).put((byte) 0).put((byte) 0);
      ico.putShort((short) 1).putShort((short) 32);
      ico.putInt(image.getValue().length).putInt(offset);
      offset += image.getValue().length;
    }
    fitting.values().forEach(ico::put);
    return ico.array();
  }

  /** macOS: named chunks, each a PNG file. */
  private static byte[] icns(Map<Integer, byte[]> images) throws IOException {
    Map<Integer, String> names =
        Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(chunks);
    for (Map.Entry<Integer, byte[]> image : images.entrySet()) {
      String name = names.get(image.getKey());
      if (name != null) {
        chunk(out, name, image.getValue());
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    chunk(new DataOutputStream(file), "icns", chunks.toByteArray());
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
    out.write(name.getBytes(StandardCharsets.US_ASCII));
    out.writeInt(8 + content.length);
    out.write(content);
  }
}
