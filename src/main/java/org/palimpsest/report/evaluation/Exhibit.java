package org.palimpsest.report.evaluation;

import java.util.List;

/**
 * A picture that went wrong, as the page shows it.
 *
 * @param name its file and set
 * @param caption what went wrong
 * @param pictures it, the map over it, and the map against the truth
 */
public record Exhibit(String name, String caption, List<Small> pictures) {
  public Exhibit {
    pictures = List.copyOf(pictures);
  }

  /**
   * A small picture.
   *
   * @param caption what it shows
   * @param uri the picture itself, as a data address
   */
  public record Small(String caption, String uri) {}
}
