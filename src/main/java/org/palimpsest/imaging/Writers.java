package org.palimpsest.imaging;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/** The platform's own encoders, whatever plug-ins are installed beside them. */
final class Writers {
  private Writers() {}

  static ImageWriter ofPlatform(String format) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun")) {
        return writer;
      }
    }
    throw new IllegalStateException("the platform has no encoder for " + format);
  }
}
