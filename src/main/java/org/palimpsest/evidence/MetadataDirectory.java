package org.palimpsest.evidence;

import java.util.List;

/**
 * A group of metadata entries, for example Exif IFD0 or XMP, in the order of the file.
 *
 * @param name of the group
 * @param tags its entries
 */
public record MetadataDirectory(String name, List<MetadataTag> tags) {
  public MetadataDirectory {
    tags = List.copyOf(tags);
  }
}
