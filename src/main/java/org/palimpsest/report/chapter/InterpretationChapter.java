package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.casework.store.SignOff;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Fact;

/** What the examiner concludes; the machine has no say in this chapter. */
final class InterpretationChapter {
  private InterpretationChapter() {}

  static Chapter of(ReportData data) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "This chapter holds the examiner's conclusions. They rest on the observations of the"
                + " chapter before, and on the examiner's judgement of the method's error rates."));
    boolean any = false;
    for (DetailedExhibit exhibit : data.detailed()) {
      for (Finding finding : exhibit.findings()) {
        any = true;
        blocks.addAll(finding(exhibit, finding));
      }
    }
    if (!any) {
      blocks.add(new Block.Notice(Tone.PERSON, "No finding has been recorded.", List.of()));
    }
    return new Chapter("interpretation", "Interpretation by the examiner", blocks);
  }

  private static List<Block> finding(DetailedExhibit exhibit, Finding finding) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Heading(
            "finding-%d-%d".formatted(exhibit.listed().item(), finding.id()),
            exhibit.label() + ": finding " + finding.id()));
    blocks.add(
        new Block.Notice(
            Tone.PERSON,
            Words.start(finding.draft().conclusion().words()) + ".",
            List.of(Words.text(finding.draft().justification()))));
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Level of support", finding.draft().support().words()));
    facts.add(Fact.of("Examiner", Words.text(finding.author())));
    facts.add(
        Fact.of(
            "Recorded", "%s, version %d".formatted(Words.time(finding.at()), finding.version())));
    facts.add(Fact.of("Review", review(finding)));
    SignOff signOff = finding.signOff();
    if (signOff != null && !signOff.remark().isBlank()) {
      facts.add(Fact.of("Second reader's remark", Words.visible(signOff.remark())));
    }
    facts.add(Fact.of("Against the program's result", agreement(finding)));
    blocks.add(new Block.Facts(facts));
    if (!finding.draft().regions().isEmpty()) {
      blocks.add(regions(finding.draft().regions()));
    }
    return blocks;
  }

  static String review(Finding finding) {
    SignOff signOff = finding.signOff();
    return switch (finding.status()) {
      case DRAFT -> "draft, not signed by a second reader";
      case REVIEWED -> "signed, not released" + by(signOff);
      case FINAL -> "final" + by(signOff);
    };
  }

  private static String by(@org.jspecify.annotations.Nullable SignOff signOff) {
    return signOff == null
        ? ""
        : "; second reader %s, %s"
            .formatted(Words.visible(signOff.reader()), Words.time(signOff.at()));
  }

  private static String agreement(Finding finding) {
    return switch (finding.agreement()) {
      case NOT_EXAMINED -> "no examination by the program was considered";
      case AGREES -> "the same";
      case DIFFERS -> "differs: one of the two is inconclusive";
      case CONTRADICTS -> "CONTRADICTS it; see the chapter on contradicting findings";
    };
  }

  private static Block.Table regions(List<FindingRegion> regions) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FindingRegion region : regions) {
      rows.add(
          List.of(
              Cell.of(Words.text(region.label())),
              Cell.of(Words.box(region.box())),
              Cell.of(
                  region.region() == null
                      ? "marked by the examiner"
                      : "region %d of the program".formatted(region.region()))));
    }
    return new Block.Table(
        "Regions that the finding rests on. Left, top; width × height in pixels of the upright"
            + " original.",
        List.of(Column.words("Region", 40), Column.words("Box", 30), Column.words("Origin", 30)),
        rows);
  }
}
