package org.palimpsest.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself and how it is built. Anybody can write anything into a file's
 * metadata: these are statements of the file, not facts.
 *
 * @param camera make and model, or null
 * @param software the program named, or null
 * @param taken date and time of the exposure as written, without a zone, or null
 * @param credentials what is known of content credentials
 * @param jpeg how the file was coded, where it is a JPEG
 * @param thumbnail the small picture in a JPEG's Exif data, or null
 * @param directories everything else, in the order of the file; bounded
 * @param notes full sentences: faults of the metadata, what was left out, observations
 */
public record ExhibitMetadata(
    @Nullable String camera,
    @Nullable String software,
    @Nullable String taken,
    Credentials credentials,
    @Nullable JpegStructure jpeg,
    @Nullable EmbeddedThumbnail thumbnail,
    List<MetadataDirectory> directories,
    List<String> notes) {
  private static final String EXIF = "Exif\0\0";
  private static final int APP1 = 0xe1;

  public ExhibitMetadata {
    directories = List.copyOf(directories);
    notes = List.copyOf(notes);
  }

  /**
   * Reads the metadata of an exhibit; never fails.
   *
   * @param width of the decoded picture, either way up
   */
  public static ExhibitMetadata of(Evidence evidence, int width, int height) {
    byte[] bytes = evidence.bytes();
    FileType type = evidence.type();
    MetadataReader found = new MetadataReader(bytes, type);
    List<String> notes = new ArrayList<>(found.notes());
    JpegStructure jpeg = type == FileType.JPEG ? JpegStructure.of(bytes).orElse(null) : null;
    String camera = camera(found);
    EmbeddedThumbnail thumbnail = jpeg == null ? null : thumbnail(bytes, jpeg, found, notes);
    Credentials credentials = credentials(evidence, found);
    notes.addAll(OriginNotes.of(type, width, height, camera, jpeg));
    return new ExhibitMetadata(
        camera,
        found
            .value("Exif IFD0", "Software")
            .or(() -> found.value("XMP", "xmp:CreatorTool"))
            .orElse(null),
        found.value("Exif SubIFD", "Date/Time Original").orElse(null),
        credentials,
        jpeg,
        thumbnail,
        found.directories(),
        notes);
  }

  private static @Nullable String camera(MetadataReader found) {
    String words =
        Stream.of(found.value("Exif IFD0", "Make"), found.value("Exif IFD0", "Model"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? null : words;
  }

  private static Credentials credentials(Evidence evidence, MetadataReader found) {
    Credentials embedded = new CredentialsSearch(evidence.bytes()).in(evidence.type());
    if (found.value("Exif", "Unknown tag (0xcd41)").isPresent()) {
      return Credentials.PRESENT_NOT_VALIDATED; // where TIFF files keep the manifest
    }
    boolean named = found.value("XMP", "dcterms:provenance").isPresent();
    return named && embedded != Credentials.PRESENT_NOT_VALIDATED
        ? Credentials.ELSEWHERE_NOT_FETCHED
        : embedded;
  }

  private static @Nullable EmbeddedThumbnail thumbnail(
      byte[] file, JpegStructure picture, MetadataReader found, List<String> notes) {
    Optional<Integer> offset = number(found.value("Exif Thumbnail", "Thumbnail Offset"));
    Optional<Integer> length = number(found.value("Exif Thumbnail", "Thumbnail Length"));
    Optional<JpegSegment> exif =
        JpegSegment.in(file).stream()
            .filter(segment -> segment.marker() == APP1 && segment.starts(file, EXIF))
            .findFirst();
    if (offset.isEmpty() || length.isEmpty() || exif.isEmpty()) {
      return null;
    }
    long from = exif.get().from() + (long) offset.get();
    long to = from + length.get();
    if (length.get() <= 0 || from < 0 || to > file.length) {
      notes.add("The embedded thumbnail is said to lie outside of the file.");
      return null;
    }
    byte[] bytes = Arrays.copyOfRange(file, (int) from, (int) to);
    Optional<JpegStructure> structure =
        FileType.of(bytes) == FileType.JPEG ? JpegStructure.of(bytes) : Optional.empty();
    if (structure.isEmpty()) {
      notes.add("The embedded thumbnail is no JPEG with a size.");
      return null;
    }
    return EmbeddedThumbnail.of(structure.get(), bytes.length, picture);
  }

  private static Optional<Integer> number(Optional<String> words) {
    return words
        .map(text -> text.replaceAll("\\D.*", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() < 10)
        .map(Integer::valueOf);
  }
}
