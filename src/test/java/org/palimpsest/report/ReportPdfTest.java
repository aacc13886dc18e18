package org.palimpsest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;

class ReportPdfTest {
  private static final List<String> CHAPTERS =
      List.of(
          "Summary in plain language",
          "Question and propositions",
          "Exhibits and their digests",
          "Observations",
          "Interpretation by the examiner",
          "Methods",
          "Robustness",
          "Content credentials",
          "Parameters and versions",
          "Contradicting findings and other explanations",
          "What was not done, and why",
          "Custody",
          "How to repeat this",
          "Glossary",
          "Signatures");

  @TempDir Path folder;

  @Test
  void aFinalReportIsTaggedEmbeddedNumberedAndComplete() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1));
      open.conclude(1, Outcome.CONSISTENT);
      Path out = folder.resolve("out");
      assertThat(open.write(out, ReportFormat.PDF).missing()).isEmpty();
      try (PDDocument pdf = Loader.loadPDF(out.resolve("report.pdf").toFile())) {
        int pages = pdf.getNumberOfPages();
        List<String> texts = texts(pdf);
        for (int i = 0; i < pages; i++) {
          assertThat(texts.get(i)).contains("Page %d of %d".formatted(i + 1, pages));
          assertThat(texts.get(i)).contains("Case 2026-17").doesNotContain("DRAFT");
        }
        String all = String.join("\n", texts);
        int at = all.indexOf("Page 1 of");
        for (int i = 0; i < CHAPTERS.size(); i++) {
          int next = all.indexOf((i + 1) + "\u00a0 " + CHAPTERS.get(i), at);
          assertThat(next).as(CHAPTERS.get(i)).isGreaterThan(at);
          at = next;
        }
        assertThat(all.replaceAll("\\s", ""))
            .contains(String.valueOf(open.row(1).sha256()))
            .contains(open.model.card().weightsSha256());
        assertThat(all)
            .contains("The examiner's conclusion contradicts the program's result.")
            .contains("Ben Reader")
            .contains("2.0 % (95 % interval 1.0 to 5.0 %) of 100 authentic pictures");
        assertThat(bookmarks(pdf)).hasSize(15).allMatch(title -> title.matches("\\d+ .+"));
        assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
        assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(pdf.getDocumentInformation().getTitle()).contains("Report on the examination");
        assertThat(fonts(pdf)).allMatch(PDFont::isEmbedded).isNotEmpty();
        TreeSet<String> tags = new TreeSet<>();
        List<String> pictures = new ArrayList<>();
        walk(pdf.getDocumentCatalog().getStructureTreeRoot(), tags, pictures);
        assertThat(tags).contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Figure");
        assertThat(pictures)
            .hasSize(4)
            .allSatisfy(alternative -> assertThat(alternative).contains("Exhibit 1"));
      }
    }
  }

  @Test
  void aDraftSaysSoOnEveryPage() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1));
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.PDF);
      try (PDDocument pdf = Loader.loadPDF(out.resolve("report.pdf").toFile())) {
        assertThat(texts(pdf)).allSatisfy(text -> assertThat(text).contains("DRAFT, not a report"));
      }
    }
  }

  @Test
  void namesInAnyScriptAreShownOrWrittenOut() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("<script> é Ж 中文 😀 \u202e.png", false, 1));
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.PDF);
      try (PDDocument pdf = Loader.loadPDF(out.resolve("report.pdf").toFile())) {
        assertThat(String.join(" ", texts(pdf)).replaceAll("\\s+", " "))
            .contains("<script> é Ж <U+4E2D><U+6587> 😀 <U+202E>.png");
      }
    }
  }

  @Test
  void aPreviewShowsThePagesAndLeavesNothing() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1));
      ReportRequest request = open.request(folder.resolve("unused"), ReportFormat.CSV);
      try (ReportPreview preview =
          open.reports().preview(open.file, request, Progress.unwatched())) {
        assertThat(preview.pages()).isGreaterThan(5);
        assertThat(preview.missing()).hasSize(1);
        RgbImage page = preview.page(0, 400);
        assertThat(page.width()).isBetween(399, 401);
        assertThat(page.height()).isBetween(564, 568);
        int dark = 0;
        for (byte value : page.rgb()) {
          dark += (value & 0xff) < 100 ? 1 : 0;
        }
        assertThat(dark).isGreaterThan(500);
      }
      assertThat(folder.resolve("unused")).doesNotExist();
    }
  }

  private static List<String> texts(PDDocument pdf) throws Exception {
    List<String> texts = new ArrayList<>();
    PDFTextStripper stripper = new PDFTextStripper();
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      texts.add(stripper.getText(pdf));
    }
    return texts;
  }

  private static List<String> bookmarks(PDDocument pdf) {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(item.getTitle());
    }
    return titles;
  }

  private static List<PDFont> fonts(PDDocument pdf) throws Exception {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  private static void walk(PDStructureNode node, Set<String> tags, List<String> pictures) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        if (element.getStructureType().equals("Figure")) {
          pictures.add(String.valueOf(element.getAlternateDescription()));
        }
        walk(element, tags, pictures);
      }
    }
  }
}
