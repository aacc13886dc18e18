package org.palimpsest.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a chapter, from top to bottom. */
public sealed interface Block {
  /** A paragraph. */
  record Text(String words) implements Block {}

  /**
   * A heading inside a chapter.
   *
   * @param id unique in the document, for links and bookmarks
   */
  record Heading(String id, String words) implements Block {}

  /** Whose words a notice holds; they must never be mistaken for each other. */
  enum Tone {
    NOTE,
    WARNING,
    MACHINE,
    PERSON
  }

  /** A framed statement that no reader should miss. */
  record Notice(Tone tone, String title, List<String> sentences) implements Block {
    public Notice {
      sentences = List.copyOf(sentences);
    }
  }

  /** Labelled values. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** A list of sentences. */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * A table; every row has a cell for each column.
   *
   * @param caption what the table shows; null where the heading says it
   */
  record Table(@Nullable String caption, List<Column> columns, List<List<Cell>> rows)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("A row needs a cell for each column: " + row);
        }
      }
    }
  }

  /** Pictures side by side, each with its caption. */
  record Figures(List<Figure> figures) implements Block {
    public Figures {
      figures = List.copyOf(figures);
    }
  }
}
