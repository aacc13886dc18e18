package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.Outcome;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.tasks.Progress;

/** What the case says of its own soundness, and that it notices when that is no longer so. */
class CustodyTest {
  @TempDir private Path folder;
  private Path file = Path.of("");
  private Path picture = Path.of("");

  @BeforeEach
  void aCaseWithOneOfEverything() throws Exception {
    file = folder.resolve("harbour.palimpsest");
    picture = TestCase.red(folder, "red.png");
    Path other = TestCase.photograph(folder, "other.png", 5);
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
    try (CaseFile open = TestCase.create(file)) {
      open.exhibits().add(List.of(picture, other, broken), Receipt.unstated(), Storage.REFERENCE);
      for (long id = 1; id <= 3; id++) {
        open.intake().receive(id);
      }
      open.queue().add(List.of(1L, 2L), ExaminationRequest.usual());
      TestCase.work(open, 0.9f);
      Tag tag = open.tags().create("press", "#aa3311");
      open.tags().assign(tag.id(), List.of(1L, 2L));
      open.tags().unassign(tag.id(), List.of(2L));
      open.annotations()
          .add(
              1,
              new AnnotationDraft(
                  new Shape.Ellipse(30.5, 20, 40, 40.25), "#ff0000", "sky", "too smooth"));
      open.findings()
          .add(
              1,
              new FindingDraft(
                  Outcome.INCONSISTENT, Support.STRONG, "The sky repeats.", List.of(), 1L));
    }
  }

  private Verification verified() throws CaseException {
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      return open.verifier().run(Progress.unwatched());
    }
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** As someone would who knows the format: the guard is taken off and put back on. */
  private void tamperUnguarded(String table, String operation, String change) throws SQLException {
    String trigger = "%s_no_%s".formatted(table, operation.toLowerCase(java.util.Locale.ROOT));
    String guard;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT sql FROM sqlite_schema WHERE name = '%s'".formatted(trigger))) {
      guard = row.getString(1);
    }
    tamper("DROP TRIGGER " + trigger, change, guard);
  }

  @Test
  void anUntouchedCaseHoldsAndTheResultIsInItsLog() throws Exception {
    Verification result = verified();
    assertThat(result.flaws()).isEmpty();
    assertThat(result.holds()).isTrue();
    assertThat(result.exhibits()).isEqualTo(3);
    assertThat(result.examinations()).isEqualTo(2);
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      AuditEntry last = open.audit().head();
      assertThat(last.action()).isEqualTo("VERIFIED");
      assertThat(last.previous()).isEqualTo(result.head());
      assertThat(open.audit().contains(result.head())).isTrue();
    }
  }

  @Test
  void everyChangeIsAnEntryThatCarriesTheDigestOfTheOneBefore() throws Exception {
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      List<AuditEntry> entries = open.audit().entries(1, 100);
      assertThat(entries)
          .extracting(AuditEntry::action)
          .containsExactly(
              "CASE_CREATED",
              "DETAILS_CHANGED",
              "EXHIBIT_ADDED",
              "EXHIBIT_ADDED",
              "EXHIBIT_ADDED",
              "EXHIBIT_RECEIVED",
              "EXHIBIT_RECEIVED",
              "EXHIBIT_RECEIVED",
              "EXAMINATION_FAILED",
              "EXAMINED",
              "EXAMINED",
              "TAG_CREATED",
              "TAGGED",
              "UNTAGGED",
              "ANNOTATED",
              "FINDING_RECORDED");
      String before = "0".repeat(64);
      for (AuditEntry entry : entries) {
        assertThat(entry.previous()).isEqualTo(before);
        assertThat(entry.person()).isEqualTo("Ada");
        before = entry.sha256();
      }
      assertThat(open.audit().of(1)).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET person = 'Eve' WHERE seq = 3",
        "DELETE FROM audit WHERE seq = 3",
        "UPDATE examination SET score = 0 WHERE id = 1",
        "DELETE FROM examination WHERE id = 1",
        "UPDATE map_strip SET bytes = x'00'",
        "DELETE FROM map_strip",
        "UPDATE finding SET content = '{}'",
        "DELETE FROM annotation",
        "UPDATE exhibit SET name = 'x'",
        "DELETE FROM failure",
        "UPDATE intake SET bytes = 1",
        "DELETE FROM details",
      })
  void sqlItselfRefusesToChangeOrRemoveWhatIsRecorded(String change) {
    assertThatThrownBy(() -> tamper(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "audit|UPDATE|UPDATE audit SET person = 'Eve' WHERE seq = 3|audit entry 3",
        "audit|UPDATE|UPDATE audit SET facts = '{}' WHERE seq = 5|audit entry 5",
        "examination|UPDATE|UPDATE examination SET outcome = 'CONSISTENT' WHERE id = 1|examination"
            + " 1",
        "examination|UPDATE|UPDATE examination SET score = 0.1 WHERE id = 2|examination 2",
        "examination|UPDATE|UPDATE examination SET content = replace(content, 'inconsistent',"
            + " 'consistent')|examination 1",
        "map_strip|UPDATE|UPDATE map_strip SET bytes = substr(bytes, 2) WHERE examination = 2"
            + "|examination 2",
        "map_strip|DELETE|DELETE FROM map_strip WHERE examination = 1|examination 1",
        "finding|UPDATE|UPDATE finding SET content = replace(content, 'strong', 'none')|finding 1",
        "finding|DELETE|DELETE FROM finding|audit entry 16",
        "annotation|UPDATE|UPDATE annotation SET exhibit = 2|annotation 1",
        "exhibit|UPDATE|UPDATE exhibit SET content = replace(content, 'other', 'x') WHERE id = 2"
            + "|exhibit 2",
        "intake|UPDATE|UPDATE intake SET sha256 = replace(sha256, '1', '2') WHERE exhibit = 1"
            + "|intake 1",
        "intake|UPDATE|UPDATE intake SET sha256 = 'nonsense' WHERE exhibit = 1|intake 1",
        "audit|UPDATE|UPDATE audit SET facts = 'nonsense' WHERE seq = 13|audit entry 13",
        "failure|DELETE|DELETE FROM failure|audit entry 9",
        "details|UPDATE|UPDATE details SET content = replace(content, 'Harbour', 'Airport')"
            + "|details 1",
      })
  void whoGetsPastTheGuardIsFoundAtTheVeryPlace(
      String table, String operation, String change, String place) throws Exception {
    tamperUnguarded(table, operation, change);
    assertThat(verified().first().map(Flaw::place)).contains(place);
  }

  @Test
  void anEntryCutOutOfTheLogIsMissed() throws Exception {
    tamper("PRAGMA foreign_keys = OFF");
    tamperUnguarded("audit", "DELETE", "DELETE FROM audit WHERE seq = 14");
    assertThat(verified().first().map(Flaw::place)).contains("audit entry 14");
  }

  @Test
  void aMissingGuardIsNamed() throws Exception {
    tamper("DROP TRIGGER audit_no_delete");
    assertThat(verified().first().map(Flaw::place)).contains("trigger audit_no_delete");
  }

  @Test
  void aTagMovedPastTheLogIsFound() throws Exception {
    tamper("UPDATE exhibit_tag SET exhibit = 2");
    assertThat(verified().first().map(Flaw::place)).contains("tags");
  }

  @Test
  void aRowOfTheListThatSaysSomethingElseIsFound() throws Exception {
    tamper("UPDATE standing SET sha256 = NULL WHERE exhibit = 2");
    assertThat(verified().first().map(Flaw::place)).contains("exhibit 2");
  }

  @Test
  void aHeadWrittenDownShowsLaterThatTheEndWasCutOff() throws Exception {
    String head;
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      head = open.audit().head().sha256();
    }
    tamperUnguarded("finding", "DELETE", "DELETE FROM finding");
    tamperUnguarded("audit", "DELETE", "DELETE FROM audit WHERE seq = 16");
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      assertThat(open.audit().contains(head)).isFalse();
    }
  }

  @Test
  void oneFlippedByteOfAnOriginalIsFoundAndTheFileIsNotExaminedAgain() throws Exception {
    byte[] bytes = Files.readAllBytes(picture);
    bytes[bytes.length / 2] ^= 1;
    Files.write(picture, bytes);

    assertThat(verified().flaws())
        .containsExactly(
            new Flaw("exhibit 1", "The file's content is no longer what was received: " + picture));
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      open.queue().add(List.of(1L), ExaminationRequest.usual());
      assertThat(TestCase.work(open, 0.5f).failed()).isEqualTo(1);
      ExhibitRow row = open.exhibits().row(1);
      assertThat(row.errorCode()).isEqualTo("EVI-10");
      assertThat(row.examinations()).isEqualTo(1);
      assertThat(row.sha256()).isNotEqualTo(Sha256.of(picture).hex());
      assertThatThrownBy(() -> open.originals().read(1))
          .isInstanceOf(EvidenceException.class)
          .hasMessageContaining("no longer what was received");
    }
  }

  @Test
  void aMovedOriginalIsMissedAndFoundAgainOnlyWithItsOwnBytes() throws Exception {
    Path moved = Files.move(picture, folder.resolve("moved.png"));
    assertThat(verified().first())
        .contains(new Flaw("exhibit 1", "The file is no longer there: " + picture));
    try (CaseFile open = CaseFile.open(file, TestCase.ADA)) {
      assertThatThrownBy(() -> open.originals().locate(1, folder.resolve("other.png")))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("other bytes");
      open.originals().locate(1, moved);
      assertThat(open.exhibits().row(1).path()).isEqualTo(moved);
      assertThat(open.audit().head().action()).isEqualTo("EXHIBIT_LOCATED");
    }
    assertThat(verified().holds()).isTrue();
  }
}
