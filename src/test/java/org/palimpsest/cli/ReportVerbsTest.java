package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.ReviewStatus;

/** Concluding, signing, reporting and replaying from the command line. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
class ReportVerbsTest {
  @TempDir private Path folder;
  private String file = "";
  private RedTerminal terminal;

  @BeforeEach
  void anExaminedCase() throws Exception {
    terminal = new RedTerminal(folder.resolve("models"));
    file = folder.resolve("quay.palimpsest").toString();
    done(
        "case",
        "create",
        file,
        "--number",
        "26/9",
        "--examiner",
        "Ada",
        "--requester",
        "Desk",
        "--question",
        "Was the lamp added?",
        "--proposition",
        "It was.",
        "--proposition",
        "Not.");
    String picture = RedTerminal.picture(folder.resolve("pictures/red.png")).toString();
    done("case", "add", file, picture, "--how", "e-mail", "--from", "the desk");
    done("case", "examine", file);
  }

  private String done(String... words) {
    RedTerminal.Run run = terminal.run(words);
    assertThat(run.code()).as("%s: %s", List.of(words), run.err()).isZero();
    return run.out();
  }

  private String refused(String... words) {
    RedTerminal.Run run = terminal.run(words);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCodes.NOTHING_DONE);
    return run.err();
  }

  private String conclude(String word, String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("case", "conclude", file, "1", "--conclusion", word, "--support", "moderate"));
    words.addAll(List.of("--because", "The edge of the lamp has no noise."));
    words.addAll(List.of(more));
    return done(words.toArray(String[]::new));
  }

  private List<Finding> findings() throws Exception {
    try (CaseFile open = CaseFile.open(Path.of(file), RedTerminal.CLERK)) {
      return open.findings().of(1);
    }
  }

  @Test
  void aFindingIsADraftUntilAnotherPersonSignsAndReleasesIt() throws Exception {
    assertThat(conclude("inconsistent", "--region", "1")).contains("by Ada", "a draft until");
    Finding finding = findings().getFirst();
    assertThat(finding.author()).isEqualTo("Ada");
    assertThat(finding.status()).isEqualTo(ReviewStatus.DRAFT);
    assertThat(finding.draft().regions()).hasSize(1);
    assertThat(finding.draft().regions().getFirst().box().width()).isBetween(50, 70);
    assertThat(refused("case", "sign", file, "1", "--reader", "Ada")).contains("(CAS-09)");
    done("case", "sign", file, "1", "--reader", "Ben", "--remark", "Agreed.");
    assertThat(findings().getFirst().status()).isEqualTo(ReviewStatus.REVIEWED);
    assertThat(done("case", "sign", file, "1", "--reader", "Ben", "--release"))
        .contains("signed and final");
    assertThat(findings().getFirst().status()).isEqualTo(ReviewStatus.FINAL);
    assertThat(refused("case", "sign", file, "1", "--reader", "Ben"))
        .contains("no finding that waits for a second reader");
  }

  @Test
  void aConclusionAgainstTheProgramIsSaid() {
    assertThat(conclude("consistent")).contains("contradicts the program's result");
  }

  @Test
  void whatIsNoFindingIsRefusedWithASentence() {
    assertThat(
            refused(
                "case",
                "conclude",
                file,
                "1",
                "--conclusion",
                "fake",
                "--support",
                "none",
                "--because",
                "x"))
        .contains("--conclusion is one of");
    assertThat(
            refused(
                "case",
                "conclude",
                file,
                "7",
                "--conclusion",
                "inconclusive",
                "--support",
                "none",
                "--because",
                "x"))
        .contains("There is no exhibit 7");
    assertThat(
            refused(
                "case",
                "conclude",
                file,
                "1",
                "--conclusion",
                "inconclusive",
                "--support",
                "none",
                "--because",
                "  "))
        .contains("may not be empty");
    assertThat(
            refused(
                "case",
                "conclude",
                file,
                "1",
                "--conclusion",
                "inconclusive",
                "--support",
                "none",
                "--because",
                "x",
                "--region",
                "99"))
        .contains("The latest examination has");
  }

  @Test
  void aReportSaysWhatItLacksAndIsFinalWhenNothingIsMissing() throws Exception {
    Path out = folder.resolve("draft");
    assertThat(done("report", file, "--out", out.toString(), "--format", "csv"))
        .contains("This is a DRAFT", "no finding");
    assertThat(out.resolve("report.csv")).exists();
    assertThat(refused("report", file, "--out", out.toString())).contains("(OUT-34)");
    conclude("inconsistent");
    done("case", "sign", file, "1", "--reader", "Ben", "--release");
    Path last = folder.resolve("final");
    assertThat(done("report", file, "--out", last.toString(), "--exhibits", "1"))
        .contains("report.pdf", "SHA256SUMS")
        .doesNotContain("DRAFT");
    try (PDDocument pdf = Loader.loadPDF(last.resolve("report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("The edge of the lamp has no noise.", "Ben")
          .doesNotContain("DRAFT");
    }
    assertThat(done("case", "list", file, "--log")).contains("Ada  REPORT_WRITTEN");
  }

  @Test
  void aReportThatMakesNoSenseIsRefused() {
    String out = folder.resolve("out").toString();
    assertThat(refused("report", file, "--out", out, "--format", "docx")).contains("Formats are");
    assertThat(refused("report", file, "--out", out, "--exhibits", "9-1")).contains("no range");
    assertThat(refused("report", file, "--out", out, "--details", "-1")).contains("0 or more");
    assertThat(refused("report", folder.resolve("nowhere").toString(), "--out", out))
        .contains("(CAS-01)");
  }

  @Test
  void aReplayAgreesDiffersOrRefusesAChangedBundle() throws Exception {
    Path out = folder.resolve("report");
    done("report", file, "--out", out.toString(), "--format", "json");
    String bundle = out.resolve("replay.zip").toString();
    assertThat(done("replay", bundle)).contains("Exhibit 1: exact", "1 exact, 0 within tolerance");
    terminal.drift = 0.2f;
    RedTerminal.Run other = terminal.run("replay", bundle);
    assertThat(other.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(other.out()).contains("Exhibit 1: DIFFERENT");
    Path moved = Files.createDirectories(folder.resolve("elsewhere")).resolve("other name.png");
    Files.move(folder.resolve("pictures/red.png"), moved);
    terminal.drift = 0;
    assertThat(terminal.run("replay", bundle).out()).contains("Exhibit 1: not compared");
    assertThat(done("replay", bundle, "--exhibits", moved.getParent().toString()))
        .contains("Exhibit 1: exact");
    try (RandomAccessFile bytes = new RandomAccessFile(bundle, "rw")) {
      bytes.seek(bytes.length() / 2);
      int old = bytes.read();
      bytes.seek(bytes.length() / 2);
      bytes.write(old ^ 1);
    }
    assertThat(refused("replay", bundle)).contains("(RPL-");
    assertThat(refused("replay", folder.resolve("no.zip").toString())).contains("(RPL-01)");
  }

  @Test
  void theDemonstrationEndsInAReportThatSaysThatItIsOne() throws Exception {
    Path out = folder.resolve("demo");
    String words = done("case", "demo", "--out", out.toString());
    assertThat(words).contains("report.pdf", "This is a DRAFT", "not signed by a second reader");
    try (PDDocument pdf = Loader.loadPDF(out.resolve("report/report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("DEMONSTRATION: these words were written by the command \"case demo\"")
          .contains("no person examined this");
    }
    Path made = out.resolve("demonstration.palimpsest");
    try (CaseFile open = CaseFile.open(made, RedTerminal.CLERK)) {
      assertThat(open.exhibits().rows()).hasSize(12).allMatch(row -> row.latest() != null);
      assertThat(open.verifier().run(org.palimpsest.tasks.Progress.unwatched()).holds()).isTrue();
    }
    done("replay", out.resolve("report/replay.zip").toString());
    assertThat(refused("case", "demo", "--out", out.toString())).contains("(CAS-05)");
  }
}
