package org.palimpsest.report.document;

import java.util.List;

/**
 * A numbered chapter.
 *
 * @param id unique in the document
 * @param title its heading, without the number
 * @param blocks from top to bottom
 */
public record Chapter(String id, String title, List<Block> blocks) {
  public Chapter {
    blocks = List.copyOf(blocks);
  }

  /** Headings inside it, for the contents and bookmarks. */
  public List<Block.Heading> headings() {
    return blocks.stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .toList();
  }
}
