package org.palimpsest.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The published checkpoints that this version knows of.
 *
 * @param entries in the order in which they are shown
 */
public record Catalogue(List<CatalogueEntry> entries) {
  private static final String RESOURCE = "/org/palimpsest/registry/catalogue.json";

  public Catalogue {
    entries = List.copyOf(entries);
    Set<String> names = new HashSet<>();
    for (CatalogueEntry entry : entries) {
      if (!names.add(entry.name())) {
        throw new IllegalArgumentException("twice in the catalogue: " + entry.name());
      }
    }
  }

  /** The catalogue that comes with the program. */
  public static Catalogue ofThisVersion() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks " + RESOURCE);
      }
      return new Catalogue(
          CardFile.MAPPER.readValue(in, new TypeReference<List<CatalogueEntry>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The checkpoint of that name.
   *
   * @throws ModelException naming the known ones, if there is none
   */
  public CatalogueEntry find(String name) throws ModelException {
    for (CatalogueEntry entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    throw new ModelException(
        "MOD-40",
        "The catalogue has no \"%s\"; it has: %s."
            .formatted(
                name, String.join(", ", entries.stream().map(CatalogueEntry::name).toList())));
  }
}
