package org.palimpsest.report.document;

import java.util.ArrayList;
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

  /** Facts that still fit below a heading on the same page. */
  private static final int SHORT = 12;

  /** A heading with what must stand on the same page with it, or a single block. */
  public List<List<Block>> groups() {
    List<List<Block>> groups = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      boolean pair =
          blocks.get(i) instanceof Block.Heading
              && i + 1 < blocks.size()
              && isShort(blocks.get(i + 1));
      groups.add(blocks.subList(i, pair ? i + 2 : i + 1));
      i += pair ? 1 : 0;
    }
    return groups;
  }

  /** Whether a group may be kept on one page. */
  public static boolean isKept(List<Block> group) {
    return group.stream().allMatch(block -> block instanceof Block.Heading || isShort(block));
  }

  private static boolean isShort(Block block) {
    return switch (block) {
      case Block.Text text -> true;
      case Block.Notice notice -> notice.sentences().size() <= SHORT;
      case Block.Facts facts -> facts.facts().size() <= SHORT;
      case Block.Heading heading -> false;
      case Block.Bullets bullets -> false;
      case Block.Table table -> false;
      case Block.Figures figures -> false;
    };
  }

  /** Headings inside it, for the contents and bookmarks. */
  public List<Block.Heading> headings() {
    return blocks.stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .toList();
  }
}
