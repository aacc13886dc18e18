package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.data.Requirements;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Fact;
import org.palimpsest.report.document.Picture;
import org.palimpsest.report.document.ReportDocument;

/** The whole report: which chapters there are, and in which order. */
public final class ReportChapters {
  private ReportChapters() {}

  /**
   * Puts a report into words.
   *
   * @param data already without its sources where they are protected
   * @param pictures of the exhibits described in full, by item number
   * @param thumbnails of the listed exhibits, by item number
   * @param bundle the replay bundle that goes with it
   */
  public static ReportDocument of(
      ReportData data,
      Map<Integer, ExhibitPictures> pictures,
      Map<Integer, Picture> thumbnails,
      BundleFacts bundle) {
    List<String> missing = Requirements.missing(data);
    List<Chapter> chapters =
        List.of(
            SummaryChapter.of(data, missing, thumbnails),
            QuestionChapter.of(data),
            ExhibitsChapter.of(data),
            ObservationsChapter.of(data, pictures),
            InterpretationChapter.of(data),
            MethodsChapter.of(data),
            RobustnessChapter.of(data),
            CredentialsChapter.of(data),
            ConditionsChapter.of(data),
            ContradictionsChapter.of(data),
            NotDoneChapter.of(data, pictures),
            CustodyChapter.of(data),
            RepeatChapter.of(data, bundle),
            GlossaryChapter.chapter(),
            SignaturesChapter.of(data));
    String number = data.details().number();
    String reference =
        "%s · report version %d · %s"
            .formatted(
                number.isBlank()
                    ? Words.visible(data.details().name())
                    : "Case " + Words.visible(number),
                data.version(),
                Words.time(data.at()));
    return new ReportDocument(
        "Report on the examination of images",
        "Case %s: %s"
            .formatted(
                Words.visible(data.details().name()),
                Words.plural(data.listed().size(), "exhibit", "exhibits")),
        Words.text(data.details().examiner()),
        reference,
        head(data),
        missing,
        data.protection().on(),
        chapters);
  }

  private static List<Fact> head(ReportData data) {
    CaseDetails details = data.details();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Case", Words.visible(details.name())));
    facts.add(Fact.of("Case number", Words.text(details.number())));
    facts.add(Fact.of("Requester", Words.text(details.requester())));
    facts.add(Fact.of("Examiner", Words.text(details.examiner())));
    if (!details.organisation().isBlank()) {
      facts.add(Fact.of("Organisation", Words.visible(details.organisation())));
    }
    facts.add(
        Fact.of(
            "Exhibits",
            data.isSingle()
                ? data.listed().getFirst().label()
                : "%s, of which %s in full"
                    .formatted(
                        Words.count(data.listed().size()), Words.count(data.detailed().size()))));
    facts.add(Fact.of("Report version", Integer.toString(data.version())));
    facts.add(Fact.of("Written", Words.time(data.at())));
    facts.add(Fact.of("Written with", data.program()));
    return facts;
  }
}
