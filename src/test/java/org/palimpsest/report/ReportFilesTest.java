package org.palimpsest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.AuditAction;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import org.palimpsest.tasks.Progress;

class ReportFilesTest {
  /** A name made to break a report: markup, quotes, an emoji, Hebrew, a mark that turns text. */
  private static final String HOSTILE = "<script>alert(1)<b> \"a'b\" & 😀 שלום \u202egpj.png";

  @TempDir Path folder;

  @Test
  void theHtmlNeedsNothingElseAndRunsNothing() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture(HOSTILE, true, 1), open.picture("quay.png", false, 2));
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.HTML);
      String html = Files.readString(out.resolve("report.html"));
      assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
      assertThat(html)
          .contains("default-src 'none'")
          .contains("<U+202E>".replace("<", "&lt;").replace(">", "&gt;"));
      assertThat(found("src=\"([^\"]{0,12})", html))
          .isNotEmpty()
          .allMatch(s -> s.startsWith("data:image/"));
      assertThat(found("href=\"([^\"]*)\"", html)).isNotEmpty().allMatch(s -> s.startsWith("#"));
      assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("url(");
    }
  }

  @Test
  void theJsonFollowsItsSchemaAndHoldsTheWholeLog() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1), open.picture("quay.png", false, 2));
      open.examine(Files.writeString(folder.resolve("exhibits/no picture.jpg"), "nothing"));
      open.conclude(1, Outcome.INCONSISTENT);
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.JSON);
      JsonNode json = new ObjectMapper().readTree(out.resolve("report.json").toFile());
      try (InputStream schema =
          ReportFilesTest.class.getResourceAsStream("/org/palimpsest/report/report.schema.json")) {
        assertThat(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(json))
            .isEmpty();
      }
      assertThat(json.at("/exhibits")).hasSize(3);
      assertThat(json.at("/exhibits/0/examination/verdict/outcome").asText())
          .isEqualTo("inconsistent");
      assertThat(json.at("/exhibits/2/problem").asText()).contains("IMG");
      // All that happened before the report; the note about it comes after.
      assertThat(json.at("/custody/entries")).hasSize((int) open.file.audit().size() - 1);
    }
  }

  @Test
  void theListIsOrderedWorstFirstAndSafeForSpreadsheets() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("=cmd()|x.png", false, 2), open.picture("boat.png", true, 1));
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.CSV);
      List<String> lines = Files.readAllLines(out.resolve("report.csv"));
      assertThat(lines.get(1)).startsWith("2,boat.png,").contains("inconsistent with an original");
      assertThat(lines.get(2)).startsWith("1,'=cmd()|x.png,").contains(",inconclusive,");
    }
  }

  @Test
  void digestsOfAllFilesLieBesideTheReportAndTheLogKnowsThem() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1));
      Path out = folder.resolve("out");
      WrittenReport written = open.write(out, ReportFormat.PNG, ReportFormat.CSV);
      List<String> sums = Files.readAllLines(out.resolve("SHA256SUMS"));
      assertThat(sums.stream().map(line -> line.substring(66)))
          .contains("report.csv", "replay.zip", "images/exhibit-0001-overlay.png")
          .hasSize(written.files().size() - 1);
      for (String line : sums) {
        assertThat(Sha256.of(out.resolve(line.substring(66))).hex())
            .isEqualTo(line.substring(0, 64));
      }
      assertThat(open.file.audit().head().action()).isEqualTo(AuditAction.REPORT_WRITTEN.name());
      assertThat(open.file.audit().head().facts())
          .contains(Sha256.of(out.resolve("SHA256SUMS")).hex());
    }
  }

  @Test
  void whatIsMissingKeepsItADraftAndIsListed() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(new Receipt("", "", null, "", "", ""), open.picture("boat.png", true, 1));
      ReportRequest request = open.request(folder.resolve("out"), ReportFormat.PDF);
      assertThat(open.reports().missing(open.file, request, Progress.unwatched()))
          .containsExactly(
              "Exhibit 1: how it was received, from whom or by whom is not stated.",
              "Exhibit 1: the examiner has recorded no finding.");
    }
  }

  @Test
  void aCompleteReportIsNoDraft() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1));
      open.conclude(1, Outcome.INCONSISTENT);
      Path out = folder.resolve("out");
      assertThat(open.write(out, ReportFormat.HTML).missing()).isEmpty();
      assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("DRAFT");
    }
  }

  @Test
  void anExhibitThatWasChangedOrIsGoneIsSaidSo() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      Path changed = open.picture("changed.png", true, 1);
      Path gone = open.picture("gone.png", true, 2);
      open.examine(changed, gone);
      Files.write(changed, new byte[] {1, 2, 3});
      Files.delete(gone);
      Path out = folder.resolve("out");
      WrittenReport written = open.write(out, ReportFormat.HTML);
      assertThat(written.missing())
          .contains(
              "Exhibit 1 is CHANGED since it was received.",
              "Exhibit 2 is no longer where it was.");
      assertThat(Files.readString(out.resolve("report.html")))
          .contains("the file was CHANGED since it was received")
          .contains("SHA-256 now " + Sha256.of(new byte[] {1, 2, 3}).hex())
          .contains("the file was no longer where it was");
    }
  }

  @Test
  void aSelectionIsReportedAndTheRestCounted() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      for (int i = 1; i <= 4; i++) {
        open.examine(open.picture("p" + i + ".png", i == 3, i));
      }
      Path out = folder.resolve("out");
      ReportRequest request =
          new ReportRequest(
              out,
              Set.of(ReportFormat.HTML),
              new Selection(Selection.items("1,3-4"), 1),
              SourceProtection.none(),
              false);
      assertThat(open.reports().write(open.file, request, Progress.unwatched()).exhibits())
          .isEqualTo(3);
      String html = Files.readString(out.resolve("report.html"));
      assertThat(html).contains("1 further exhibit of this case is not part of this report");
      assertThat(html).contains("id=\"exhibit-3\"").doesNotContain("id=\"exhibit-1\"");
    }
  }

  @Test
  void aFindingThatContradictsIsSaidEvenOfAnExhibitThatIsOnlyListed() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("red.png", true, 1), open.picture("plain.png", false, 2));
      open.conclude(1, Outcome.CONSISTENT);
      Path out = folder.resolve("out");
      open.reports()
          .write(
              open.file,
              new ReportRequest(
                  out,
                  Set.of(ReportFormat.HTML),
                  new Selection(Set.of(), 0),
                  SourceProtection.none(),
                  false),
              Progress.unwatched());
      assertThat(Files.readString(out.resolve("report.html")))
          .contains("In 1 exhibit the examiner's conclusion contradicts the program's result")
          .contains("contradicts it")
          .doesNotContain("No finding differs from");
    }
  }

  @Test
  void aCancelledReportLeavesNothing() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1), open.picture("quay.png", false, 2));
      for (int after = 0; after < 8; after += 2) {
        Path out = folder.resolve("out" + after);
        AtomicInteger asked = new AtomicInteger(-after);
        assertThatThrownBy(
                () ->
                    open.reports()
                        .write(
                            open.file,
                            open.request(out, ReportFormat.JSON, ReportFormat.PDF),
                            cancelled(asked)))
            .isInstanceOf(CancelledReportException.class);
        try (Stream<Path> left = Files.list(out)) {
          assertThat(left).isEmpty();
        }
      }
    }
  }

  private static Progress cancelled(AtomicInteger asked) {
    return new Progress() {
      @Override
      public void report(long done, long total, String message) {}

      @Override
      public boolean isCancelled() {
        return asked.getAndIncrement() >= 0;
      }
    };
  }

  @Test
  void aReportIsNeitherOverwrittenUnaskedNorPutWhereAFileIs() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      open.examine(open.picture("boat.png", true, 1));
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.CSV);
      assertThatThrownBy(() -> open.write(out, ReportFormat.CSV))
          .isInstanceOfSatisfying(
              OutputException.class, e -> assertThat(e.code()).isEqualTo("OUT-34"));
      Path file = Files.writeString(folder.resolve("file"), "in the way");
      assertThatThrownBy(() -> open.write(file, ReportFormat.CSV))
          .isInstanceOfSatisfying(
              OutputException.class, e -> assertThat(e.code()).isEqualTo("OUT-33"));
      assertThat(Files.readString(file)).isEqualTo("in the way");
    }
  }

  @Test
  void aPictureFortyThousandPixelsLongAndANameOf255BytesFitAReport() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      Path exhibits = folder.resolve("exhibits");
      Path wide = Files.write(exhibits.resolve("wide.png"), Png.encode(RgbImage.black(40_000, 96)));
      Path named =
          Files.write(
              exhibits.resolve("ü".repeat(125) + ".png"), Png.encode(RgbImage.black(90, 80)));
      open.examine(wide, named);
      Path out = folder.resolve("out");
      open.write(out, ReportFormat.HTML, ReportFormat.PNG, ReportFormat.PDF);
      assertThat(out.resolve("report.pdf")).isNotEmptyFile();
      assertThat(Files.readString(out.resolve("report.html")))
          .contains("40000 × 96 pixels")
          .contains("ü".repeat(125));
    }
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
