package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Fact;

/** What was asked, by whom, and the propositions between which the results help to decide. */
final class QuestionChapter {
  private QuestionChapter() {}

  static Chapter of(ReportData data) {
    CaseDetails details = data.details();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Requester", Words.text(details.requester())));
    facts.add(Fact.of("Question", Words.text(details.question())));
    for (int i = 0; i < Math.max(2, details.propositions().size()); i++) {
      facts.add(
          Fact.of(
              "Proposition " + (i + 1),
              i < details.propositions().size()
                  ? Words.text(details.propositions().get(i))
                  : Words.NOT_STATED));
    }
    if (!details.notes().isBlank()) {
      facts.add(Fact.of("Notes on the case", Words.visible(details.notes())));
    }
    return new Chapter("question", "Question and propositions", List.of(new Block.Facts(facts)));
  }
}
