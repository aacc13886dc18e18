package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;

/** What is stated about exhibits, and done with their files, after they came. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
class ReceiptsAndCopiesTest {
  private static final Actor ADA = new Actor("Ada", "test", InstantSource.system());
  private static final Instant MONDAY = Instant.parse("2026-02-02T08:00:00Z");

  @TempDir private Path folder;
  private Path file;
  private Path original;

  @BeforeEach
  void aCaseWithAPictureOfWhichNothingIsStated() throws Exception {
    file = folder.resolve("quay.palimpsest");
    original = Files.write(folder.resolve("a.png"), Png.encode(RgbImage.black(40, 30)));
    try (CaseFile open = CaseFile.create(file, CaseDetails.named("Quay"), ADA)) {
      open.exhibits().add(List.of(original), Receipt.unstated(), Storage.REFERENCE);
      open.intake().receive(1);
    }
  }

  @Test
  void aReceiptStatedLaterAppliesAndTheLogKeepsTheOneBefore() throws Exception {
    try (CaseFile open = CaseFile.open(file, ADA)) {
      Instant added = open.exhibits().exhibit(1).content().receipt().at();
      open.exhibits().stateReceipt(List.of(1L), new Receipt("a drive", "Jo", null, "Ada", "", ""));
      assertThat(open.exhibits().exhibit(1).content().receipt())
          .isEqualTo(new Receipt("a drive", "Jo", added, "Ada", "", ""));
      open.exhibits()
          .stateReceipt(List.of(1L), new Receipt("e-mail", "Jo", MONDAY, "Ada", "x.png", "late"));
    }
    try (CaseFile open = CaseFile.open(file, ADA)) {
      assertThat(open.exhibits().exhibit(1).content().receipt())
          .isEqualTo(new Receipt("e-mail", "Jo", MONDAY, "Ada", "x.png", "late"));
      assertThat(open.audit().of(1))
          .filteredOn(entry -> entry.action().equals("RECEIPT_STATED"))
          .extracting(AuditEntry::facts)
          .satisfiesExactly(
              first -> assertThat(first).contains("a drive"),
              second -> assertThat(second).contains("e-mail"));
      assertThat(open.verifier().run(Progress.unwatched()).holds()).isTrue();
      assertThatThrownBy(() -> open.exhibits().stateReceipt(List.of(9L), Receipt.unstated()))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("no exhibit 9");
    }
  }

  @Test
  void aCopyIsKeptFromTheBytesReceivedAndOutlivesTheOriginal() throws Exception {
    byte[] bytes = Files.readAllBytes(original);
    try (CaseFile open = CaseFile.open(file, ADA)) {
      open.originals().keep(1);
      open.originals().keep(1);
      ExhibitRow row = open.exhibits().row(1);
      assertThat(row.storage()).isEqualTo(Storage.COPY);
      assertThat(row.path()).hasParent(open.copies()).hasBinaryContent(bytes);
      assertThat(original).hasBinaryContent(bytes);
      assertThat(open.audit().of(1))
          .filteredOn(entry -> entry.action().equals("EXHIBIT_COPIED"))
          .hasSize(1);
      Files.delete(original);
      assertThat(open.originals().check(1).state()).isEqualTo(OriginalState.AS_RECEIVED);
      assertThat(open.verifier().run(Progress.unwatched()).holds()).isTrue();
    }
  }

  @Test
  void nothingIsCopiedFromAFileThatWasChangedOrIntoACaseThatIsOnlyRead() throws Exception {
    try (CaseFile open = CaseFile.open(file, ADA);
        CaseFile reader = CaseFile.open(file, ADA)) {
      assertThatThrownBy(() -> reader.originals().keep(1))
          .isInstanceOfSatisfying(
              CaseException.class, e -> assertThat(e.code()).isEqualTo("CAS-07"));
      Files.write(original, Png.encode(RgbImage.black(41, 30)));
      assertThatThrownBy(() -> open.originals().keep(1)).isInstanceOf(EvidenceException.class);
      assertThat(open.copies()).doesNotExist();
      assertThat(open.exhibits().row(1).storage()).isEqualTo(Storage.REFERENCE);
      assertThat(Sha256.of(original).hex()).isNotEqualTo(open.exhibits().row(1).sha256());
    }
  }
}
