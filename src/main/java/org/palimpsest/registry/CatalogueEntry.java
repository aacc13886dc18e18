package org.palimpsest.registry;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Sha256;

/**
 * A published checkpoint that can be fetched.
 *
 * @param name what it is fetched under, and the model's name unless the user gives another
 * @param title what it is
 * @param address where it lies, {@code https}
 * @param file name under which it is kept
 * @param size in bytes
 * @param sha256 its digest, 64 hexadecimal digits
 * @param licence what is known of it
 * @param origin who published it
 * @param trainingData what it was trained on
 * @param part option of the import that takes it as a part of a network; null: it is a network
 * @param measured what was measured, and by whom, a sentence each
 */
public record CatalogueEntry(
    String name,
    String title,
    URI address,
    String file,
    long size,
    String sha256,
    String licence,
    String origin,
    String trainingData,
    @Nullable String part,
    List<String> measured) {
  /** Plain, so that it leads into no other folder on any system. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public CatalogueEntry {
    Required.text("name", name);
    Required.text("title", title);
    Required.field("address", address);
    Required.text("file", file);
    Required.text("sha256", sha256);
    Required.text("licence", licence);
    Required.text("origin", origin);
    Required.text("training_data", trainingData);
    measured = Required.list("measured", measured);
    if (!ModelCard.isName(name)) {
      throw new IllegalArgumentException("no name for a model: " + name);
    }
    if (!FILE.matcher(file).matches()) {
      throw new IllegalArgumentException("no plain file name: " + file);
    }
    if (size < 1) {
      throw new IllegalArgumentException("a size of %d bytes".formatted(size));
    }
    new Sha256(sha256);
  }

  /** The digest that the fetched file must have. */
  public Sha256 digest() {
    return new Sha256(sha256);
  }

  /** What the card of a model made of it says. */
  public Provenance provenance() {
    return new Provenance(title, origin, licence, trainingData, measured);
  }
}
