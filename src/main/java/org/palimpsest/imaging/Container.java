package org.palimpsest.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** A file format that is read, and the one decoder that reads it. */
enum Container {
  JPEG("JPEG", "com.twelvemonkeys", "\u00ff\u00d8\u00ff"),
  PNG("PNG", "com.sun", "\u0089PNG\r\n\u001a\n"),
  TIFF("TIFF", "com.twelvemonkeys", "II*\0", "MM\0*", "II+\0", "MM\0+"),
  WEBP("WebP", "com.twelvemonkeys", "RIFF....WEBP"),
  GIF("GIF", "com.sun", "GIF87a", "GIF89a"),
  BMP("BMP", "com.sun", "BM"),
  PSD("PSD", "com.twelvemonkeys", "8BPS"),
  /** Before HEIC: its files also list that family's general brands. */
  AVIF("AVIF", ""),
  HEIC("HEIC", "");

  private final String label;
  private final String decoderPackage;
  private final String signatures;

  Container(String label, String decoderPackage, String... signatures) {
    this.label = label;
    this.decoderPackage = decoderPackage;
    this.signatures = String.join("|", signatures);
  }

  String label() {
    return label;
  }

  static Optional<Container> of(byte[] bytes) {
    return Arrays.stream(values()).filter(container -> container.begins(bytes)).findFirst();
  }

  /** Whether a program outside this process turns the bytes into pixels. */
  boolean isDecodedOutside() {
    return this == AVIF || this == HEIC;
  }

  /**
   * A new reader. The choice does not depend on the order in which plug-ins were found, so that the
   * same file gives the same pixels on every machine.
   */
  ImageReader reader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(label);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(decoderPackage)) {
        return reader;
      }
    }
    throw new IllegalStateException("the decoder for %s is not installed".formatted(label));
  }

  /** Name and version for records. JPEG scans are decoded by the platform's library in any case. */
  String decoder(ImageReader reader) {
    String platform = "Java " + Runtime.version();
    ImageReaderSpi provider = reader.getOriginatingProvider();
    return decoderPackage.equals("com.sun") || provider == null
        ? "%s %s".formatted(platform, label)
        : "TwelveMonkeys %s %s, %s".formatted(label, provider.getVersion(), platform);
  }

  private boolean begins(byte[] bytes) {
    if (isDecodedOutside()) {
      return HeifBoxes.brands(bytes).stream()
          .anyMatch(
              this == AVIF ? HeifBoxes.AVIF_BRANDS::contains : HeifBoxes.HEIC_BRANDS::contains);
    }
    for (String signature : signatures.split("\\|", -1)) {
      byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
      boolean same = bytes.length >= expected.length;
      for (int i = 0; same && i < expected.length; i++) {
        same = expected[i] == '.' || expected[i] == bytes[i]; // a dot stands for any byte
      }
      if (same) {
        return true;
      }
    }
    return false;
  }
}
