package org.palimpsest.report.document;

import java.util.List;

/**
 * A report ready to be shown.
 *
 * @param title of the document
 * @param subject one sentence that says what it is about
 * @param author whose report it is
 * @param reference what stands on every page: case, version, date
 * @param head facts below the title
 * @param missing what is required and not there, a sentence each; a report that lacks anything is a
 *     draft
 * @param sourcesProtected whether sources were redacted
 * @param chapters in their order
 */
public record ReportDocument(
    String title,
    String subject,
    String author,
    String reference,
    List<Fact> head,
    List<String> missing,
    boolean sourcesProtected,
    List<Chapter> chapters) {
  public ReportDocument {
    head = List.copyOf(head);
    missing = List.copyOf(missing);
    chapters = List.copyOf(chapters);
  }

  public boolean isDraft() {
    return !missing.isEmpty();
  }
}
