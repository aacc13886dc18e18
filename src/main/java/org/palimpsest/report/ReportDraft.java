package org.palimpsest.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.report.chapter.BundleFacts;
import org.palimpsest.report.chapter.ExhibitPictures;
import org.palimpsest.report.chapter.PictureStudio;
import org.palimpsest.report.chapter.ReportChapters;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ListedExhibit;
import org.palimpsest.report.data.Protector;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Picture;
import org.palimpsest.report.document.ReportDocument;
import org.palimpsest.report.format.CsvReport;
import org.palimpsest.report.format.HtmlReport;
import org.palimpsest.report.format.JsonReport;
import org.palimpsest.report.format.PdfReport;
import org.palimpsest.report.replay.BundleWriter;
import org.palimpsest.tasks.Progress;

/** One report while it is being written into its working folder. */
final class ReportDraft {
  static final String BUNDLE = "replay.zip";
  private static final String PICTURES = "pictures";

  private final CaseFile file;
  private final ReportData raw;
  private final Protector protector;
  private final ReportData data;
  private final Path folder;
  private final Progress progress;

  ReportDraft(CaseFile file, ReportData raw, Path folder, Progress progress) {
    this.file = file;
    this.raw = raw;
    this.folder = folder;
    this.progress = progress;
    protector = Protector.of(raw);
    data = protector.protect(raw);
  }

  void write(Set<ReportFormat> formats)
      throws IOException, CaseException, CancelledReportException {
    BundleFacts bundle = bundle();
    if (formats.contains(ReportFormat.CSV)) {
      try (OutputStream out = open(ReportFormat.CSV)) {
        new CsvReport().write(data, out);
      }
    }
    if (formats.contains(ReportFormat.JSON)) {
      try (OutputStream out = open(ReportFormat.JSON)) {
        new JsonReport(file, protector).write(data, bundle, out, progress);
      }
    }
    boolean annotated = formats.contains(ReportFormat.PNG);
    boolean read = formats.contains(ReportFormat.HTML) || formats.contains(ReportFormat.PDF);
    if (!annotated && !read) {
      return;
    }
    Path pictures = Files.createDirectories(folder.resolve(PICTURES));
    @Nullable Path images =
        annotated ? Files.createDirectories(folder.resolve(ReportFormat.PNG.file())) : null;
    Map<Integer, ExhibitPictures> drawn = drawn(new PictureStudio(file, pictures, images));
    if (read) {
      ReportDocument document =
          ReportChapters.of(
              data, drawn, thumbnails(new PictureStudio(file, pictures, null)), bundle);
      write(document, formats);
    }
    ReportFolder.remove(pictures);
  }

  private void write(ReportDocument document, Set<ReportFormat> formats)
      throws IOException, CancelledReportException {
    if (formats.contains(ReportFormat.HTML)) {
      CancelledReportException.check(progress);
      progress.report(0, 0, "writing HTML");
      try (OutputStream out = open(ReportFormat.HTML)) {
        new HtmlReport().write(document, out);
      }
    }
    if (formats.contains(ReportFormat.PDF)) {
      CancelledReportException.check(progress);
      progress.report(0, 0, "laying out the PDF");
      try (OutputStream out = open(ReportFormat.PDF)) {
        new PdfReport().write(document, out, progress);
      }
    }
    CancelledReportException.check(progress);
  }

  /** From the unprotected data: pictures are found by their paths. */
  private Map<Integer, ExhibitPictures> drawn(PictureStudio studio)
      throws IOException, CaseException, CancelledReportException {
    Map<Integer, ExhibitPictures> drawn = new TreeMap<>();
    for (DetailedExhibit exhibit : raw.detailed()) {
      CancelledReportException.check(progress);
      progress.report(drawn.size(), raw.detailed().size(), "drawing " + exhibit.listed().name());
      drawn.put(exhibit.listed().item(), studio.draw(exhibit));
    }
    return drawn;
  }

  private Map<Integer, Picture> thumbnails(PictureStudio studio)
      throws IOException, CaseException, CancelledReportException {
    Map<Integer, Picture> thumbnails = new HashMap<>();
    if (data.isSingle()) {
      return thumbnails;
    }
    for (ListedExhibit exhibit : data.listed()) {
      CancelledReportException.check(progress);
      Picture thumbnail =
          studio.thumbnail(exhibit.id(), exhibit.item(), "Small picture of " + exhibit.label());
      if (thumbnail != null) {
        thumbnails.put(exhibit.item(), thumbnail);
      }
    }
    return thumbnails;
  }

  private BundleFacts bundle() throws IOException, CaseException, CancelledReportException {
    Set<Integer> detailed = new java.util.HashSet<>();
    data.detailed().forEach(exhibit -> detailed.add(exhibit.listed().item()));
    try (OutputStream out = Files.newOutputStream(folder.resolve(BUNDLE));
        BundleWriter writer = new BundleWriter(new java.io.BufferedOutputStream(out, 1 << 16))) {
      int done = 0;
      for (ListedExhibit exhibit : data.listed()) {
        CancelledReportException.check(progress);
        progress.report(done++, data.listed().size(), "bundling " + exhibit.label());
        LatestResult latest = exhibit.latest();
        if (latest != null) {
          FloatMap map =
              detailed.contains(exhibit.item())
                  ? file.examinations().map(latest.examination())
                  : null;
          writer.add(
              exhibit.item(),
              protector.protect(file.examinations().record(latest.examination())),
              map);
        }
      }
      for (ModelCard card : new TreeMap<>(data.cards()).values()) {
        writer.add(card);
      }
      Sha256 manifest =
          writer.finish(
              data.program(),
              data.at(),
              data.details().number(),
              data.version(),
              data.protection().on());
      return new BundleFacts(BUNDLE, manifest.hex(), writer.maps());
    }
  }

  private OutputStream open(ReportFormat format) throws IOException {
    return new java.io.BufferedOutputStream(
        Files.newOutputStream(folder.resolve(format.file())), 1 << 16);
  }
}
