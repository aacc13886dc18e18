package org.palimpsest.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An image file type as its first bytes tell it, whatever the file's name says.
 *
 * <p>Signatures: JPEG (ISO/IEC 10918-1), PNG (ISO/IEC 15948), TIFF 6.0 and BigTIFF, WebP (RFC
 * 9649), GIF89a, BMP, Photoshop file format, ISO base media file brands (ISO/IEC 14496-12;
 * 23008-12).
 */
public enum FileType {
  JPEG("jpg", "jpeg", "jpe", "jfif", "jif", "mpo"),
  PNG("png", "apng"),
  /** Many cameras' raw formats are TIFF files under another name. */
  TIFF("tif", "tiff", "dng", "nef", "nrw", "cr2", "arw", "pef", "srw"),
  WEBP("webp"),
  GIF("gif"),
  BMP("bmp", "dib"),
  PSD("psd", "psb"),
  HEIC("heic", "heif", "hif"),
  AVIF("avif"),
  UNKNOWN();

  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");
  private static final Set<Integer> BMP_HEADER_SIZES = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

  private final String extensions;

  FileType(String... extensions) {
    this.extensions = " " + String.join(" ", extensions) + " ";
  }

  /** Recognises the type; anything not listed is {@link #UNKNOWN}. */
  public static FileType of(byte[] bytes) {
    if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    for (String signature : List.of("II*\0", "MM\0*", "II+\0", "MM\0+")) {
      if (startsWith(bytes, 0, signature)) {
        return TIFF;
      }
    }
    if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) {
      return WEBP;
    }
    if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
      return GIF;
    }
    if (startsWith(bytes, 0, "8BPS")) {
      return PSD;
    }
    // "BM" alone also begins ordinary text.
    if (startsWith(bytes, 0, "BM")
        && bytes.length > 17
        && BMP_HEADER_SIZES.contains(littleEndian(bytes, 14))) {
      return BMP;
    }
    return startsWith(bytes, 4, "ftyp") ? ofBrands(bytes) : UNKNOWN;
  }

  /** Whether a file of this type carries a name that promises another type. */
  public boolean disagreesWith(Path file) {
    String extension = extension(file);
    if (extension.isEmpty()) {
      return false;
    }
    if (this != UNKNOWN) {
      return !promisedBy(extension);
    }
    return Arrays.stream(values()).anyMatch(type -> type.promisedBy(extension));
  }

  private boolean promisedBy(String extension) {
    return extensions.contains(" " + extension + " ");
  }

  private static String extension(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    int dot = text.lastIndexOf('.');
    // A dot in front marks a hidden file, not an extension.
    return dot <= 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** AVIF first: its files also list the general brand "mif1". */
  private static FileType ofBrands(byte[] bytes) {
    long boxSize = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
    int end = (int) Math.min(Math.min(boxSize, bytes.length), 1024);
    FileType type = UNKNOWN;
    for (int at = 8;
        at + 4 <= end;
        at += at == 8 ? 8 : 4) { // the word after the first is a version
      String brand = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
      if (AVIF_BRANDS.contains(brand)) {
        return AVIF;
      }
      if (HEIC_BRANDS.contains(brand)) {
        type = HEIC;
      }
    }
    return type;
  }

  private static int littleEndian(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private static boolean startsWith(byte[] bytes, int at, String signature) {
    byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + expected.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }
}
