package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.casework.store.MachineAgreement;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Picture;

/** What a reader without training takes away, and the table of results, worst first. */
final class SummaryChapter {
  private SummaryChapter() {}

  static Chapter of(ReportData data, List<String> missing, Map<Integer, Picture> thumbnails) {
    List<Block> blocks = new ArrayList<>();
    if (!missing.isEmpty()) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "This is a draft. It is not a report, because the following is missing:",
              missing.size() > 25 ? shortened(missing) : missing));
    }
    if (data.protection().on()) {
      blocks.add(
          new Block.Notice(
              Tone.NOTE,
              "Sources are protected.",
              List.of(
                  "Positions, serial numbers, folders, metadata that are not known to be technical, and the names of requester and sender are replaced by [redacted]%s in every file of this report."
                      .formatted(data.protection().fileNames() ? ", and so are file names," : ""),
                  "The pictures themselves are not changed. The names of examiner and second reader"
                      + " are kept.",
                  "Digests of the audit log cannot be computed again from redacted entries; the"
                      + " unredacted case is needed for that.")));
    }
    if (data.isSingle()) {
      single(data, blocks);
    } else {
      many(data, thumbnails, blocks);
    }
    blocks.add(
        new Block.Text(
            "A picture is called inconsistent with an original, consistent with an original, or the"
                + " examination is inconclusive; nothing else is said. An area in which nothing was"
                + " marked may still have been edited: the method misses edits, at the rates stated"
                + " in the chapter on methods."));
    return new Chapter("summary", "Summary in plain language", blocks);
  }

  private static List<String> shortened(List<String> missing) {
    List<String> shown = new ArrayList<>(missing.subList(0, 25));
    shown.add("and %d more of this kind.".formatted(missing.size() - 25));
    return shown;
  }

  private static void single(ReportData data, List<Block> blocks) {
    ListedExhibit exhibit = data.listed().getFirst();
    blocks.add(
        new Block.Text(
            "One picture was examined for traces of editing by a generative (diffusion) model: %s, a file named “%s”, %s pixels."
                .formatted(
                    exhibit.label(),
                    Words.visible(exhibit.name()),
                    Words.size(exhibit.width(), exhibit.height()))));
    data.detailed().forEach(detailed -> blocks.addAll(conclusions(detailed)));
    if (data.detailed().isEmpty()) {
      blocks.add(new Block.Text(machine(exhibit.latest())));
    }
  }

  /** The examiner's conclusion and the machine's outcome, never in one breath. */
  private static List<Block> conclusions(DetailedExhibit exhibit) {
    List<Block> blocks = new ArrayList<>();
    if (exhibit.findings().isEmpty()) {
      blocks.add(
          new Block.Notice(Tone.PERSON, "The examiner has not recorded a conclusion.", List.of()));
    }
    exhibit
        .findings()
        .forEach(
            finding ->
                blocks.add(
                    new Block.Notice(
                        Tone.PERSON,
                        "The examiner's conclusion: %s (%s)."
                            .formatted(
                                finding.draft().conclusion().words(),
                                finding.draft().support().words()),
                        List.of(Words.text(finding.draft().justification())))));
    blocks.add(
        new Block.Notice(
            Tone.MACHINE,
            exhibit.listed().latest() == null
                ? "The program has not examined it."
                : "The program's result: %s."
                    .formatted(exhibit.listed().latest().outcome().words()),
            exhibit.record() == null
                ? List.of(Words.text(exhibit.listed().problem()))
                : List.of(Words.visible(exhibit.record().verdict().reason()))));
    if (exhibit.findings().stream().anyMatch(finding -> finding.contradictsMachine())) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "The examiner's conclusion contradicts the program's result.",
              List.of("Both are set out in full below; neither replaces the other.")));
    }
    return blocks;
  }

  private static String machine(@Nullable LatestResult latest) {
    return latest == null
        ? "The program has not examined it."
        : "The program's result: %s.".formatted(latest.outcome().words());
  }

  private static void many(ReportData data, Map<Integer, Picture> thumbnails, List<Block> blocks) {
    blocks.add(
        new Block.Text(
            "This report is about %s. They were to be examined for traces of editing by a generative (diffusion) model. %s"
                .formatted(
                    Words.plural(data.listed().size(), "picture", "pictures"), counts(data))));
    Set<Integer> contradicting = new HashSet<>();
    data.detailed().stream()
        .filter(
            exhibit ->
                exhibit.findings().stream().anyMatch(finding -> finding.contradictsMachine()))
        .forEach(exhibit -> contradicting.add(exhibit.listed().item()));
    data.listed().stream()
        .filter(exhibit -> exhibit.agreement() == MachineAgreement.CONTRADICTS)
        .forEach(exhibit -> contradicting.add(exhibit.item()));
    if (!contradicting.isEmpty()) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "In %s the examiner's conclusion contradicts the program's result."
                  .formatted(Words.plural(contradicting.size(), "exhibit", "exhibits")),
              List.of("They are listed in the chapter on contradicting findings.")));
    }
    blocks.add(table(data, thumbnails));
  }

  private static String counts(ReportData data) {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long number =
          data.listed().stream()
              .filter(exhibit -> exhibit.latest() != null && exhibit.latest().outcome() == outcome)
              .count();
      parts.add("%s %s".formatted(Words.count(number), outcome.words()));
    }
    long not = data.listed().stream().filter(exhibit -> exhibit.latest() == null).count();
    return "The program's results: %s%s."
        .formatted(
            String.join(", ", parts), not == 0 ? "" : ", " + Words.count(not) + " not examined");
  }

  private static Block.Table table(ReportData data, Map<Integer, Picture> thumbnails) {
    List<Integer> detailed =
        data.detailed().stream().map(exhibit -> exhibit.listed().item()).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (ListedExhibit exhibit : data.listed()) {
      Picture thumbnail = thumbnails.get(exhibit.item());
      LatestResult latest = exhibit.latest();
      rows.add(
          List.of(
              detailed.contains(exhibit.item())
                  ? Cell.link(Integer.toString(exhibit.item()), "exhibit-" + exhibit.item())
                  : Cell.of(exhibit.item()),
              thumbnail == null ? Cell.of("no picture") : Cell.picture(thumbnail),
              Cell.of(Words.visible(exhibit.name())),
              Cell.of(exhibit.conclusion() == null ? "none" : exhibit.conclusion().words()),
              Cell.of(
                  latest == null
                      ? "not examined"
                          + (exhibit.problem() == null
                              ? ""
                              : ": " + Words.visible(exhibit.problem()))
                      : latest.outcome().words()),
              Cell.of(latest == null ? "" : Words.percent(latest.areaShare())),
              Cell.of(latest == null ? "" : Words.number(latest.score()))));
    }
    return new Block.Table(
        "Results, worst first: by the worse of the examiner's conclusion and the program's result,"
            + " then by the marked area. The score orders pictures for one model; it is not a"
            + " probability.",
        List.of(
            Column.numbers("Item", 8),
            Column.words("Picture", 12),
            Column.words("File", 26),
            Column.words("Examiner", 16),
            Column.words("Program", 18),
            Column.numbers("Marked area", 10),
            Column.numbers("Score", 10)),
        rows);
  }
}
