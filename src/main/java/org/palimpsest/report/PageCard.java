package org.palimpsest.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.CalibratedProbability;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Measurement;
import org.palimpsest.casework.Robustness;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.heatmap.Region;

/**
 * One examined image as the page shows it, every value in words.
 *
 * @param name file name with hidden characters written out
 * @param kind outcome as a style class: inconsistent, inconclusive or consistent
 * @param outcome outcome in the fixed words
 * @param reason why
 * @param score largest class score
 * @param probability by the card's calibration; null where there is none
 * @param area share above the threshold
 * @param regions the largest regions
 * @param moreRegions regions not listed here
 * @param pictures thumbnails
 * @param truth agreement with the ground truth; null without one
 * @param robustness how it holds for variants; null where that was not tried
 * @param facts what is needed to repeat it
 * @param overlay link to the full overlay
 * @param map link to the lossless map
 */
public record PageCard(
    String name,
    String kind,
    String outcome,
    String reason,
    String score,
    @Nullable PageFact probability,
    String area,
    List<PageRegion> regions,
    int moreRegions,
    List<PagePicture> pictures,
    @Nullable String truth,
    @Nullable PageRobustness robustness,
    List<PageFact> facts,
    String overlay,
    String map) {
  private static final int LISTED = 6;

  static PageCard of(
      Path folder,
      ExaminationRecord record,
      Artefacts files,
      @Nullable TruthComparison comparison,
      @Nullable Robustness robustness) {
    Measurement measured = record.measurement();
    List<Region> regions = measured.regions();
    return new PageCard(
        VisibleName.of(record.file().name()),
        record.verdict().outcome().name().toLowerCase(Locale.ROOT),
        record.verdict().outcome().words(),
        VisibleName.of(record.verdict().reason()),
        String.format(Locale.ROOT, "%.4f", measured.score()),
        probability(record.verdict().probability()),
        percent(measured.areaShare()),
        IntStream.range(0, Math.min(LISTED, regions.size()))
            .mapToObj(i -> PageRegion.of(i + 1, regions.get(i)))
            .toList(),
        Math.max(0, regions.size() - LISTED),
        pictures(folder, files),
        comparison == null ? null : truth(comparison),
        robustness == null ? null : PageRobustness.of(robustness),
        facts(record),
        files.overlay(),
        files.map());
  }

  private static @Nullable PageFact probability(@Nullable CalibratedProbability probability) {
    return probability == null
        ? null
        : new PageFact(
            VisibleName.of(probability.words()),
            String.format(Locale.ROOT, "%.2f", probability.value()));
  }

  private static List<PagePicture> pictures(Path folder, Artefacts files) {
    List<PagePicture> pictures = new ArrayList<>();
    pictures.add(new PagePicture(folder.resolve(files.thumbnail()), "As examined"));
    pictures.add(new PagePicture(folder.resolve(files.overlayThumbnail()), "Heat map"));
    if (files.truthThumbnail() != null) {
      pictures.add(
          new PagePicture(folder.resolve(files.truthThumbnail()), "Against the sample's truth"));
    }
    return pictures;
  }

  private static String truth(TruthComparison comparison) {
    return String.format(
        Locale.ROOT,
        "Sample truth at this threshold: IoU %.3f, F1 %.3f; %,d px hit, %,d missed, %,d false"
            + " alarm.",
        comparison.iou(),
        comparison.f1(),
        comparison.hits(),
        comparison.misses(),
        comparison.falseAlarms());
  }

  private static List<PageFact> facts(ExaminationRecord record) {
    List<PageFact> facts = new ArrayList<>();
    facts.add(new PageFact("File", VisibleName.of(record.path())));
    facts.add(new PageFact("SHA-256", record.file().sha256()));
    facts.add(
        new PageFact(
            "Type",
            record.file().type()
                + (record.file().misnamed() ? ", but its name promises another type" : "")
                + String.format(Locale.ROOT, ", %,d bytes", record.file().bytes())));
    facts.add(
        new PageFact(
            "Picture",
            "%d × %d, %s, orientation %s, decoded by %s"
                .formatted(
                    record.picture().width(),
                    record.picture().height(),
                    record.picture().format(),
                    record.picture().orientation(),
                    record.picture().decoder())));
    for (String note : record.picture().notes()) {
      facts.add(new PageFact("Decoder note", VisibleName.of(note)));
    }
    if (record.metadata() != null) {
      facts.addAll(MetadataFacts.of(record.metadata()));
    }
    facts.addAll(PageModel.conditions(record.conditions()));
    facts.add(new PageFact("Inputs", Integer.toString(record.measurement().inputs().size())));
    facts.add(
        new PageFact(
            "Not listed",
            record.measurement().specks() + " connected parts too small to be a region"));
    facts.add(
        new PageFact(
            "Seconds",
            String.format(
                Locale.ROOT,
                "read %.2f, decode %.2f, predict %.2f, map %.2f",
                record.seconds().read(),
                record.seconds().decode(),
                record.seconds().predict(),
                record.seconds().map())));
    facts.add(
        new PageFact(
            "Software",
            String.join(
                "; ",
                record.versions().program(),
                record.versions().engine(),
                record.versions().java(),
                record.versions().system())));
    facts.add(new PageFact("Examined (UTC)", record.at().toString()));
    facts.add(new PageFact("Command", VisibleName.of(String.join(" ", record.commandLine()))));
    return facts;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
