package org.palimpsest.imaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container carries beside the pixels and what the decoders leave to us.
 *
 * @param exif a TIFF structure with the picture's orientation, or null
 * @param profile an ICC profile to be applied to the decoded values, or null
 * @param colours entries of the palette that the file stores; 0 where there is none or the decoder
 *     keeps to them
 * @param notes sentences for the record
 * @param forDecoder the container's bytes, with the profile hidden from decoders that would apply
 *     it themselves: they do so with coarser arithmetic than this room and without saying so
 */
record Embedded(
    byte @Nullable [] exif,
    byte @Nullable [] profile,
    int colours,
    List<String> notes,
    byte[] forDecoder) {

  /** Larger profiles are ignored with a note; real ones stay far below (4 MiB). */
  static final int MAX_PROFILE_BYTES = 4 << 20;

  static Embedded in(Container container, byte[] bytes) throws DecodeException {
    return switch (container) {
      case JPEG -> new JpegSegments(bytes).read();
      case PNG -> new PngChunks(bytes).read();
      case WEBP -> new WebpChunks(bytes).read();
      case TIFF -> new TiffPages(bytes).read();
      case GIF -> plain(new GifBlocks(bytes).notes(), bytes);
      case BMP -> plain(new BmpCodes(bytes).notes(), bytes);
      case PSD -> plain(new PsdSections(bytes).notes(), bytes);
      case AVIF, HEIC -> plain(new HeifBoxes(bytes).notes(), bytes);
    };
  }

  private static Embedded plain(List<String> notes, byte[] bytes) {
    return new Embedded(null, null, 0, notes, bytes);
  }
}
