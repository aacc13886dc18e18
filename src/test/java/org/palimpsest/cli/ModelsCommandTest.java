package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.cli.ModelsTerminal.Run;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.ValidatedEnvelope;

class ModelsCommandTest {
  private final ModelsTerminal terminal;

  ModelsCommandTest(@TempDir Path folder) throws IOException {
    terminal = new ModelsTerminal(folder);
  }

  @Test
  void listNamesSizesOperatingPointsPlacesAndWhetherTheDigestIsRight() throws Exception {
    RegisteredModel model = terminal.publish(terminal.embedded, "measured");
    ModelRegistry.replaceCard(model, measured(model.card()));
    terminal.publish(terminal.own, "plain");
    Run run = terminal.run("models", "list");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().skip(1))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "measured +0\\.2 M +1\\.0 MB +f32 +fp32 +2\\.0 % alarms of 60 +verified"),
            line -> assertThat(line).isEqualTo("  " + terminal.embedded.resolve("measured")),
            line -> assertThat(line).matches("plain +0\\.2 M +1\\.0 MB +f32 +fp32 +none +verified"),
            line -> assertThat(line).isEqualTo("  " + terminal.own.resolve("plain")));
  }

  @Test
  void listSaysOfChangedWeightsAndBrokenCardsThatTheyAreUnusable() throws Exception {
    terminal.publish(terminal.own, "good");
    change(terminal.publish(terminal.own, "changed"));
    Files.createDirectories(terminal.own.resolve("empty"));
    Run run = terminal.run("models", "list");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("changed ").contains("UNUSABLE: The weights", "(MOD-05)");
    assertThat(run.out()).contains("(MOD-02)").containsPattern("good .* verified");
    Run quick = terminal.run("models", "list", "--quick");
    assertThat(quick.out()).containsPattern("changed .* not verified");
  }

  @Test
  void listOfNothingSaysWhereItLooked() {
    Run run = terminal.run("models", "list");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("No model in", terminal.own.toString());
  }

  @Test
  void showTellsTheCardInPlainLanguage() throws Exception {
    RegisteredModel model = terminal.publish(terminal.own, "tiny");
    ModelRegistry.replaceCard(model, measured(model.card()));
    Run run = terminal.run("models", "show", "tiny");
    assertThat(run.code()).isZero();
    String text = run.out().replaceAll("\\s+", " ");
    assertThat(text)
        .contains("Name tiny", "SHA-256 " + model.card().weightsSha256(), "Licence none")
        .contains("CLIP image tower: input 112, patches of 14, 4 layers, width 40, 5 heads")
        .contains("At least 5.0 % of the picture above 0.5000 in the map.")
        .contains("False alarms: 2.0 % (95 % interval 1.0 % to 5.0 %) of 60 authentic pictures.")
        .contains("Misses: 30.0 % (95 % interval 20.0 % to 42.0 %) of the edited pictures.")
        .contains("Measured on 2026-01-02: test images.")
        .contains("Edits of at least 1.0 % of the picture, sides of 512 to 4096 pixels")
        .contains("Limits It detects nothing.", "Literature MaskCLIP, CVPR 2025");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void showOfAModelWithoutAnOperatingPointSaysWhatFollows() throws Exception {
    terminal.publish(terminal.own, "tiny");
    assertThat(terminal.run("models", "show", "tiny").out())
        .contains("No operating point was measured: every outcome is inconclusive.")
        .contains("None was validated");
  }

  @Test
  void showAsJsonPrintsTheCardAsItIsStored() throws Exception {
    RegisteredModel model = terminal.publish(terminal.own, "tiny");
    Run run = terminal.run("models", "show", "tiny", "--json");
    assertThat(run.out()).isEqualTo(Files.readString(model.folder().resolve("card.json")));
    assertThat(new ObjectMapper().readTree(run.out()).path("name").asText()).isEqualTo("tiny");
  }

  @Test
  void showOfAnUnknownModelNamesTheKnownOnes() throws Exception {
    terminal.publish(terminal.own, "tiny");
    Run run = terminal.run("models", "show", "other");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("There is no model named \"other\"; there are: tiny. (MOD-01)");
  }

  @Test
  void verifyHashesAgainAndCountsTheTensors() throws Exception {
    RegisteredModel model = terminal.publish(terminal.own, "tiny");
    Run run = terminal.run("models", "verify");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "verified  tiny: SHA-256 %s, 250 tensors fit the configuration%n"
                .formatted(model.card().weightsSha256()));
  }

  @Test
  void verifyReturnsOneWhenSomeFailAndTwoWhenAllDo() throws Exception {
    terminal.publish(terminal.own, "good");
    change(terminal.publish(terminal.own, "changed"));
    Run some = terminal.run("models", "verify", "good", "changed", "unknown");
    assertThat(some.code()).isEqualTo(1);
    assertThat(some.out()).contains("verified  good", "(MOD-05)", "(MOD-01)");
    assertThat(terminal.run("models", "verify", "changed").code()).isEqualTo(2);
    assertThat(terminal.run("models", "verify").code()).isEqualTo(1);
  }

  @Test
  void verifyFindsWeightsThatAreTheCardsButNotTheNetworks() throws Exception {
    ModelRegistry.publish(
        terminal.own,
        ModelsTerminal.card("short"),
        file -> {
          var tensors = ModelsTerminal.golden();
          tensors.remove("prompt_learner.ctx_pos");
          ModelsTerminal.write(file, tensors);
        });
    Run run = terminal.run("models", "verify");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("prompt_learner.ctx_pos", "1 missing", "(MOD-20)");
  }

  @Test
  void verifyOfNothingIsNothing() {
    Run run = terminal.run("models", "verify");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("There is no model in", "(CLI-01)");
  }

  @Test
  void removeAsksAndRemovesAfterAYes() throws Exception {
    RegisteredModel model = terminal.publish(terminal.own, "mine");
    terminal.answer = "yes";
    Run run = terminal.run("models", "remove", "mine");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("Remove the model mine with its folder %s? [y/N]".formatted(model.folder()));
    assertThat(terminal.own).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "no", "yess", "remove"})
  void removeLeavesTheModelAfterAnyOtherAnswer(String answer) throws Exception {
    terminal.publish(terminal.own, "mine");
    terminal.answer = answer;
    Run run = terminal.run("models", "remove", "mine");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Nothing was done: the answer was not yes. (CLI-02)");
    assertThat(terminal.registry.open("mine")).isNotNull();
  }

  @Test
  void removeWithoutATerminalNamesTheCommandThatDoesNotAsk() throws Exception {
    terminal.publish(terminal.own, "mine");
    Run refused = terminal.run("models", "remove", "mine");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("palimpsest models remove mine --yes");
    assertThat(terminal.run("models", "remove", "mine", "--yes").code()).isZero();
    assertThat(terminal.own).isEmptyDirectory();
    assertThat(terminal.timesAsked()).isZero();
  }

  @Test
  void removeRefusesWhatComesWithTheProgram() throws Exception {
    terminal.publish(terminal.embedded, "theirs");
    Run run = terminal.run("models", "remove", "theirs", "--yes");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("\"theirs\" comes with the program", "(MOD-12)");
    assertThat(terminal.registry.open("theirs")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../embedded/theirs", ".", "..", "", "unknown"})
  void removeFollowsNoPaths(String name) throws Exception {
    terminal.publish(terminal.embedded, "theirs");
    Run run = terminal.run("models", "remove", name, "--yes");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("(MOD-01)");
    assertThat(terminal.registry.open("theirs")).isNotNull();
  }

  @Test
  void removeRefusesAFolderThatHoldsMoreThanAModel() throws Exception {
    Path notes = terminal.publish(terminal.own, "mine").folder().resolve("notes.txt");
    Files.writeString(notes, "mine");
    Run run = terminal.run("models", "remove", "mine", "--yes");
    assertThat(run.err()).contains("notes.txt", "move it away first", "(MOD-13)");
    assertThat(notes).exists();
  }

  @Test
  void modelsAloneAsksForAVerbAndListsThem() {
    Run run = terminal.run("models");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("A verb is missing.")
        .contains("list", "show", "import", "verify", "remove", "fetch");
  }

  @Test
  void detailsOfAnErrorAreShownBelowModelsToo() {
    assertThat(terminal.run("models", "show", "other", "--verbose").err())
        .contains("ModelRegistry.find");
  }

  private static ModelCard measured(ModelCard card) {
    return card.measured(
        List.of(
            new OperatingPoint(
                Statistic.AREA,
                0.05,
                0.5,
                new Rate(0.02, 0.01, 0.05),
                new Rate(0.3, 0.2, 0.42),
                "test images",
                60,
                "2026-01-02")),
        new ValidatedEnvelope(
            0.01, 512, 4096, 70, new Rate(0.1, 0.05, 0.18), 90, "edited images", "2026-01-02"),
        null,
        List.of());
  }

  private static void change(RegisteredModel model) throws IOException {
    byte[] weights = Files.readAllBytes(model.weights());
    weights[weights.length - 1] ^= 1;
    Files.write(model.weights(), weights);
  }
}
