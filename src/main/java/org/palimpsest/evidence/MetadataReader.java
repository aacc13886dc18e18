package org.palimpsest.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.jpeg.HuffmanTablesDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a file says of itself (Exif, XMP, IPTC and what else the library knows) into a plain
 * tree of bounded size. Whatever is wrong with it becomes a note.
 */
final class MetadataReader {
  static final int LONGEST_VALUE = 300;

  /** Characters of all names and values together. */
  private static final int MOST_CHARACTERS = 48_000;

  /** What an entry costs beside its characters. */
  private static final int OVERHEAD = 20;

  private static final int MOST_ERRORS = 8;

  private final List<String> notes = new ArrayList<>();
  private final List<MetadataDirectory> directories = new ArrayList<>();
  private int characters;
  private int left;
  private int errors;

  /**
   * Reads the metadata of a file.
   *
   * @param bytes the whole file
   */
  MetadataReader(byte[] bytes, FileType type) {
    if (!new ClaimedLengths(bytes).fit(type)) {
      notes.add("Parts of the file claim lengths beyond its end; its metadata were not read.");
    } else if (!new TiffPointers(bytes).arePlausible()) {
      notes.add("The file's Exif directories refer to each other without end; they were not read.");
    } else {
      read(bytes, type);
    }
  }

  private void read(byte[] bytes, FileType type) {
    try {
      byte[] readable = type == FileType.PNG ? new PngText(bytes).harmless(notes) : bytes;
      Metadata metadata =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(readable), readable.length);
      metadata.getDirectories().forEach(this::take);
    } catch (ImageProcessingException
        | IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      // The library throws whatever a damaged structure leads to.
      notes.add("The metadata could not be read to their end.");
    }
    if (left > 0) {
      notes.add("%,d further metadata entries were left out.".formatted(left));
    }
    if (errors > MOST_ERRORS) {
      notes.add("%d further faults in the metadata were left out.".formatted(errors - MOST_ERRORS));
    }
  }

  List<MetadataDirectory> directories() {
    return directories;
  }

  List<String> notes() {
    return notes;
  }

  /** The first value of a name in any directory whose name begins so. */
  Optional<String> value(String directory, String tag) {
    return directories.stream()
        .filter(found -> found.name().startsWith(directory))
        .flatMap(found -> found.tags().stream())
        .filter(found -> found.name().equals(tag) && !found.value().isBlank())
        .map(MetadataTag::value)
        .findFirst();
  }

  private void take(Directory directory) {
    for (String error : directory.getErrors()) {
      if (errors++ < MOST_ERRORS) {
        notes.add("Metadata (%s): %s".formatted(directory.getName(), shown(error)));
      }
    }
    if (directory instanceof HuffmanTablesDirectory || directory instanceof FileTypeDirectory) {
      return;
    }
    characters += OVERHEAD + directory.getName().length();
    List<MetadataTag> tags = new ArrayList<>();
    for (Tag tag : directory.getTags()) {
      add(tags, tag.getTagName(), description(tag));
    }
    if (directory instanceof XmpDirectory xmp) {
      xmp.getXmpProperties().forEach((name, value) -> add(tags, name, value));
    }
    if (!tags.isEmpty()) {
      directories.add(new MetadataDirectory(shown(directory.getName()), tags));
    }
  }

  private static String description(Tag tag) {
    try {
      String description = tag.getDescription();
      return description == null ? "" : description;
    } catch (RuntimeException e) {
      return "(cannot be shown)"; // a value of another type than the tag's standard asks for
    }
  }

  private void add(List<MetadataTag> tags, String name, String value) {
    MetadataTag tag = new MetadataTag(shown(name), shown(value));
    characters += OVERHEAD + tag.name().length() + tag.value().length();
    if (characters > MOST_CHARACTERS) {
      left++;
    } else {
      tags.add(tag);
    }
  }

  private static String shown(String text) {
    String start = text.substring(0, Math.min(LONGEST_VALUE, text.length()));
    String visible = VisibleName.of(start).strip();
    return text.length() > LONGEST_VALUE || visible.length() > LONGEST_VALUE
        ? visible.substring(0, Math.min(LONGEST_VALUE - 1, visible.length())) + "…"
        : visible;
  }
}
