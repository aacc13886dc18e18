package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Chapter;

/** What was not done, and why. */
final class NotDoneChapter {
  private NotDoneChapter() {}

  static Chapter of(ReportData data, Map<Integer, ExhibitPictures> pictures) {
    List<String> points = new ArrayList<>();
    if (data.cards().values().stream().anyMatch(card -> !card.examinesFullGeneration())) {
      points.add(
          "Whether a whole picture was generated was not examined, because the model looks for"
              + " local edits only.");
    }
    if (data.cards().values().stream().map(ModelCard::envelope).anyMatch(e -> e == null)) {
      points.add(
          "No picture was called consistent with an original by a model without a validated"
              + " envelope.");
    }
    points.add(
        "The robustness of the results under saving again, resizing and cropping was not"
            + " examined.");
    points.add(
        "Content credentials were looked for but not validated, because this program does not"
            + " validate them.");
    points.add(
        "No search for earlier versions of the pictures was made, because nothing about an exhibit"
            + " leaves this machine.");
    points.add(
        "Light, shadow, perspective and content of the pictures were judged by the program not at"
            + " all, and by the examiner only where a finding says so.");
    for (ListedExhibit exhibit : data.listed()) {
      if (exhibit.latest() == null) {
        points.add(
            "%s was not examined%s"
                .formatted(
                    exhibit.label(),
                    exhibit.problem() == null ? "." : ": " + Words.visible(exhibit.problem())));
      }
    }
    pictures.forEach(
        (item, own) -> {
          if (own.whyNot() != null) {
            points.add("Exhibit %d: %s".formatted(item, own.whyNot()));
          }
        });
    if (data.listed().size() > data.detailed().size()) {
      points.add(
          "%s were listed but not described in full, as chosen for this report."
              .formatted(
                  Words.plural(
                      data.listed().size() - data.detailed().size(), "exhibit", "exhibits")));
    }
    return new Chapter(
        "not-done", "What was not done, and why", List.of(new Block.Bullets(points)));
  }
}
