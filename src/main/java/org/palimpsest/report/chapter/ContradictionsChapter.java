package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.Finding;
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

/** What speaks against the conclusions, as prominent as what speaks for them. */
final class ContradictionsChapter {
  private ContradictionsChapter() {}

  static Chapter of(ReportData data) {
    List<Block> blocks = new ArrayList<>();
    Set<Integer> detailed = new HashSet<>();
    for (DetailedExhibit exhibit : data.detailed()) {
      detailed.add(exhibit.listed().item());
      for (Finding finding : exhibit.findings()) {
        compare(exhibit, finding, blocks);
      }
      Set<Outcome> outcomes = new HashSet<>();
      exhibit.results().forEach(result -> outcomes.add(result.outcome()));
      if (outcomes.size() > 1) {
        blocks.add(
            new Block.Notice(
                Tone.WARNING,
                "%s: several examinations gave different results.".formatted(exhibit.label()),
                exhibit.results().stream().map(ContradictionsChapter::words).toList()));
      }
    }
    List<ListedExhibit> others =
        data.listed().stream()
            .filter(exhibit -> !detailed.contains(exhibit.item()) && exhibit.agreement().differs())
            .toList();
    if (!others.isEmpty()) {
      blocks.add(table(others));
    }
    if (blocks.isEmpty()) {
      blocks.add(
          new Block.Text(
              "No finding differs from the program's result, and no exhibit was examined several"
                  + " times with different results."));
    }
    blocks.add(
        new Block.Text(
            "Other explanations that the method cannot exclude: a marked area may come from strong"
                + " local processing without generation (denoising, blurring, sharpening,"
                + " retouching by hand, local tone mapping), from text, logos or frames put over a"
                + " picture, from areas without texture such as sky or shadow, or from a part saved"
                + " in another way than the rest. An unmarked picture may have been edited and then"
                + " saved again or made smaller, which removes the traces the method looks for, or"
                + " have been generated as a whole."));
    return new Chapter("contradictions", "Contradicting findings and other explanations", blocks);
  }

  private static Block.Table table(List<ListedExhibit> others) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ListedExhibit exhibit : others) {
      Outcome conclusion = exhibit.conclusion();
      LatestResult latest = exhibit.latest();
      rows.add(
          List.of(
              Cell.of(exhibit.item()),
              Cell.of(Words.visible(exhibit.name())),
              Cell.of(conclusion == null ? "" : conclusion.words()),
              Cell.of(latest == null ? "" : latest.outcome().words()),
              Cell.of(
                  exhibit.agreement() == MachineAgreement.CONTRADICTS
                      ? "contradicts it"
                      : "differs from it")));
    }
    return new Block.Table(
        "Exhibits not described in full whose finding differs from the program's result.",
        List.of(
            Column.numbers("Item", 8),
            Column.words("File", 32),
            Column.words("Examiner", 22),
            Column.words("Program", 22),
            Column.words("The finding", 16)),
        rows);
  }

  private static void compare(DetailedExhibit exhibit, Finding finding, List<Block> blocks) {
    Outcome machine = finding.machine();
    if (machine == null || machine == finding.draft().conclusion()) {
      return;
    }
    boolean contradicts = finding.contradictsMachine();
    blocks.add(
        new Block.Notice(
            contradicts ? Tone.WARNING : Tone.NOTE,
            "%s: the examiner's conclusion %s the program's result."
                .formatted(exhibit.label(), contradicts ? "CONTRADICTS" : "differs from"),
            List.of(
                "Examiner: %s (%s)."
                    .formatted(
                        finding.draft().conclusion().words(), finding.draft().support().words()),
                "Program: %s.".formatted(machine.words()),
                "The examiner's justification: " + Words.text(finding.draft().justification()))));
  }

  private static String words(LatestResult result) {
    return "%s, %s: %s (marked area %s, score %s)."
        .formatted(
            Words.time(result.at()),
            result.model(),
            result.outcome().words(),
            Words.percent(result.areaShare()),
            Words.number(result.score()));
  }
}
