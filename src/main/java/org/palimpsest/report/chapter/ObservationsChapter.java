package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.FileFacts;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.casework.Measurement;
import org.palimpsest.casework.PictureFacts;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.heatmap.Region;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Cell;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Column;
import org.palimpsest.report.document.Fact;

/** What was measured and seen, exhibit by exhibit, without a word of what it means. */
final class ObservationsChapter {
  private static final int LISTED_REGIONS = 20;

  private ObservationsChapter() {}

  static Chapter of(ReportData data, Map<Integer, ExhibitPictures> pictures) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "This chapter holds what the program measured and what the files say. What it means is"
                + " the matter of the next chapter. Coordinates are pixels of the upright original;"
                + " (0, 0) is its upper left corner."));
    if (data.detailed().size() < data.listed().size()) {
      blocks.add(
          new Block.Text(
              "%s in the table of results %s described; of the others the table and the machine-readable report give the results."
                  .formatted(
                      data.detailed().size() == 1
                          ? "The first exhibit"
                          : "The first %s exhibits".formatted(Words.count(data.detailed().size())),
                      data.detailed().size() == 1 ? "is" : "are")));
    }
    for (DetailedExhibit exhibit : data.detailed()) {
      ExhibitPictures own = pictures.get(exhibit.listed().item());
      blocks.addAll(exhibit(exhibit, own));
    }
    return new Chapter("observations", "Observations", blocks);
  }

  private static List<Block> exhibit(DetailedExhibit exhibit, @Nullable ExhibitPictures pictures) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Heading(
            "exhibit-" + exhibit.listed().item(),
            "%s: %s".formatted(exhibit.label(), Words.visible(exhibit.listed().name()))));
    if (!exhibit.listed().check().holds()) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "When this report was written the file was %s."
                  .formatted(exhibit.listed().check().state().words()),
              List.of(
                  "What follows was observed on the bytes that were received, whose SHA-256 is"
                      + " stated in the chapter on exhibits.")));
    }
    ExaminationRecord record = exhibit.record();
    if (record == null) {
      blocks.add(
          new Block.Notice(
              Tone.MACHINE,
              "The program has not examined this exhibit.",
              exhibit.listed().problem() == null
                  ? List.of()
                  : List.of(Words.visible(exhibit.listed().problem()))));
    } else {
      blocks.add(
          new Block.Notice(
              Tone.MACHINE,
              "The program's result: %s.".formatted(record.verdict().outcome().words()),
              List.of(Words.visible(record.verdict().reason()))));
    }
    if (pictures != null) {
      blocks.addAll(FigureBlocks.of(exhibit.label(), pictures, record));
    }
    if (record != null) {
      blocks.add(new Block.Facts(measured(record.measurement(), record)));
      if (!record.measurement().regions().isEmpty()) {
        blocks.add(regions(record.measurement()));
      }
    }
    file(exhibit, blocks);
    return blocks;
  }

  private static List<Fact> measured(Measurement measured, ExaminationRecord record) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "Marked area",
            "%s of the picture above %s in the map"
                .formatted(
                    Words.percent(measured.areaShare()),
                    Words.number(record.conditions().threshold()))));
    facts.add(Fact.of("Largest map value", Words.number(measured.peak())));
    facts.add(
        Fact.of(
            "Class score",
            "%s, the largest of %s; it orders pictures and is not a probability"
                .formatted(
                    Words.number(measured.score()),
                    Words.plural(measured.inputs().size(), "input", "inputs"))));
    facts.add(
        Fact.of(
            "Regions",
            "%s; %s too small to be listed"
                .formatted(
                    Words.count(measured.regions().size()),
                    Words.plural(measured.specks(), "connected part", "connected parts"))));
    return facts;
  }

  private static Block.Table regions(Measurement measured) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Region> regions = measured.regions();
    for (int i = 0; i < Math.min(LISTED_REGIONS, regions.size()); i++) {
      Region region = regions.get(i);
      rows.add(
          List.of(
              Cell.of(i + 1),
              Cell.of(Words.box(region.box())),
              Cell.of(Words.count(region.area())),
              Cell.of(Words.number(region.peak())),
              Cell.of(Words.number(region.mean()))));
    }
    return new Block.Table(
        "Regions above the threshold, largest first. Box: left, top; width × height in pixels of the upright original.%s"
            .formatted(
                regions.size() > LISTED_REGIONS
                    ? " The %d largest of %d; the machine-readable report has all, with their outlines."
                        .formatted(LISTED_REGIONS, regions.size())
                    : " Their outlines are in the machine-readable report."),
        List.of(
            Column.numbers("Region", 10),
            Column.words("Box", 35),
            Column.numbers("Pixels", 19),
            Column.numbers("Largest value", 18),
            Column.numbers("Mean value", 18)),
        rows);
  }

  private static void file(DetailedExhibit exhibit, List<Block> blocks) {
    ExaminationRecord record = exhibit.record();
    IntakeFacts intake = exhibit.intake();
    FileFacts file = record != null ? record.file() : intake != null ? intake.file() : null;
    PictureFacts picture =
        record != null ? record.picture() : intake != null ? intake.picture() : null;
    ExhibitMetadata metadata =
        record != null && record.metadata() != null
            ? record.metadata()
            : intake != null ? intake.metadata() : null;
    List<Fact> facts = new ArrayList<>();
    if (file != null) {
      facts.add(
          Fact.of(
              "Type by content",
              file.type() + (file.misnamed() ? "; the file's name promises another type" : "")));
    }
    if (picture != null) {
      facts.add(
          Fact.of(
              "Picture",
              "%s pixels, %s, stored orientation %s (undone)"
                  .formatted(
                      Words.size(picture.width(), picture.height()),
                      picture.format(),
                      picture.orientation())));
      facts.add(Fact.of("Decoder", Words.visible(picture.decoder())));
      picture.notes().forEach(note -> facts.add(Fact.of("Note on decoding", Words.visible(note))));
    }
    if (metadata != null) {
      facts.addAll(MetadataFacts.of(metadata));
    }
    if (!facts.isEmpty()) {
      blocks.add(
          new Block.Text(
              "What the file says of itself. Anybody can write anything into a file's metadata:"
                  + " they are never relied on alone."));
      blocks.add(new Block.Facts(facts));
    }
    if (metadata != null) {
      MetadataFacts.table(metadata).ifPresent(blocks::add);
    }
  }
}
