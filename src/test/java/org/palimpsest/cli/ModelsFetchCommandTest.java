package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.cli.ModelsTerminal.Run;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.Catalogue;
import org.palimpsest.registry.CatalogueEntry;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.download.LocalServer;

class ModelsFetchCommandTest {
  private final byte[] content =
      "the weights of a part".repeat(1000).getBytes(StandardCharsets.UTF_8);
  private final LocalServer server = new LocalServer();
  private final ModelsTerminal terminal;

  ModelsFetchCommandTest(@TempDir Path folder) throws IOException {
    terminal = new ModelsTerminal(folder);
    server.file("/f", content, "\"one\"");
    terminal.catalogue = catalogue(content, "--mae");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void beforeTheQuestionStandsAllThatMattersAndNothingIsAskedOfTheServer() {
    terminal.answer = "no";
    Run run = terminal.run("models", "fetch", "published");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("Published weights", server.address("/f").toString())
        .contains("0.0 MB (21000 bytes)", Sha256.of(content).hex())
        .contains("Licence     not for everything", "Measured    Nobody measured it.");
    assertThat(run.err())
        .contains("Fetch it? [y/N]", "Nothing was done: the answer was not yes. (CLI-02)");
    assertThat(server.requests).isEmpty();
    assertThat(terminal.downloads).doesNotExist();
  }

  @Test
  void withoutATerminalNothingIsFetchedUnlessTheCommandSaysYes() {
    Run refused = terminal.run("models", "fetch", "published");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("palimpsest models fetch published --yes");
    assertThat(server.requests).isEmpty();
    assertThat(terminal.run("models", "fetch", "published", "--yes").code()).isZero();
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void aPartIsKeptAndTheWayOnIsNamed() {
    terminal.answer = "y";
    Run run = terminal.run("models", "fetch", "published");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(terminal.downloads.resolve("f.bin")).hasBinaryContent(content);
    assertThat(run.out())
        .contains("Verified: SHA-256 " + Sha256.of(content).hex())
        .contains("Kept in " + terminal.downloads.resolve("f.bin"))
        .contains("palimpsest models import --clip FILE --mae FILE", "for --mae");
    assertThat(run.err()).contains("0.0 of 0.0 MB");
  }

  @Test
  void aWholeNetworkIsImportedAndItsCardSaysWhatTheCatalogueSays() throws Exception {
    byte[] checkpoint = Files.readAllBytes(ModelsTerminal.GOLDEN.resolve("tiny_maskclip.pth"));
    server.file("/m", checkpoint, "\"m\"");
    terminal.catalogue = new Catalogue(List.of(entry(server.address("/m"), checkpoint, null)));
    terminal.tinyIsPublished = true;
    Run run = terminal.run("models", "fetch", "published", "--yes");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Imported published into", "every outcome is inconclusive");
    ModelCard card = terminal.registry.open("published").card();
    assertThat(card.title()).isEqualTo("Published weights");
    assertThat(card.licence()).isEqualTo("not for everything");
    assertThat(card.trainingData()).isEqualTo("pictures");
    assertThat(card.origin())
        .startsWith("Somebody published them. Imported from f.bin (")
        .contains(Sha256.of(checkpoint).hex());
    assertThat(card.limits()).contains("Nobody measured it.");
    assertThat(card.operatingPoints()).isEmpty();
    assertThat(terminal.downloads).isEmptyDirectory();
    assertThat(terminal.run("models", "verify", "published").code()).isZero();
  }

  @Test
  void aFetchedFileThatCannotBeImportedStaysAndIsNamed() throws Exception {
    byte[] text = Files.readAllBytes(terminal.config);
    server.file("/m", text, "\"m\"");
    terminal.catalogue = new Catalogue(List.of(entry(server.address("/m"), text, null)));
    Run run = terminal.run("models", "fetch", "published", "--yes");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("Verified", "The file stays in " + terminal.downloads.resolve("f.bin"));
    assertThat(run.err()).contains("neither safetensors nor", "(FMT-50)");
    assertThat(terminal.downloads.resolve("f.bin")).hasBinaryContent(text);
    assertThat(terminal.own).doesNotExist();
  }

  @Test
  void wrongContentIsNamedAndNotKept() {
    byte[] other = content.clone();
    other[0] ^= 1;
    terminal.catalogue = catalogue(other, "--mae");
    Run run = terminal.run("models", "fetch", "published", "--yes");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is not the file of the catalogue", "(MOD-47)");
    assertThat(terminal.downloads).isEmptyDirectory();
  }

  @Test
  void aTakenNameIsRefusedBeforeAnythingComes() throws Exception {
    terminal.catalogue = catalogue(content, null);
    terminal.publish(terminal.own, "published");
    Run run = terminal.run("models", "fetch", "published", "--yes");
    assertThat(run.err()).contains("exists already", "(MOD-07)");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void withoutANameTheCatalogueIsListedAsByList() {
    Run fetch = terminal.run("models", "fetch");
    assertThat(fetch.code()).isZero();
    assertThat(fetch.out()).contains("published", "Published weights");
    assertThat(terminal.run("models", "list", "--catalogue").out()).isEqualTo(fetch.out());
    assertThat(server.requests).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThat(terminal.run("models", "fetch", "other", "--yes").err())
        .contains("The catalogue has no \"other\"; it has: published. (MOD-40)");
  }

  private Catalogue catalogue(byte[] expected, @Nullable String part) {
    return new Catalogue(List.of(entry(server.address("/f"), expected, part)));
  }

  private static CatalogueEntry entry(URI address, byte[] expected, @Nullable String part) {
    return new CatalogueEntry(
        "published",
        "Published weights",
        address,
        "f.bin",
        expected.length,
        Sha256.of(expected).hex(),
        "not for everything",
        "Somebody published them.",
        "pictures",
        part,
        List.of("Nobody measured it."));
  }
}
