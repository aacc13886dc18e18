package org.palimpsest.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {
  private final Path file;

  ModelCardTest(@TempDir Path folder) {
    this.file = folder.resolve("card.json");
  }

  private static ModelCard measured() {
    return Cards.unmeasured("compact")
        .withWeights("ab".repeat(32))
        .measured(
            List.of(Cards.point()),
            new ValidatedEnvelope(
                0.01, 200, 8000, 75, new Rate(0.1, 0.05, 0.18), 90, "edited images", "2026-01-02"),
            null,
            List.of(new Measurement("block AUC", "edits", 73, "0.71 ± 0.03")));
  }

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    Files.write(file, CardFile.bytes(measured()));
    assertThat(CardFile.read(file)).isEqualTo(measured());
  }

  @Test
  void namesInTheFileAreSnakeCase() {
    assertThat(new String(CardFile.bytes(measured()), StandardCharsets.UTF_8))
        .contains("\"weights_sha256\"", "\"image_size\" : 512", "\"statistic\" : \"area\"")
        .contains("\"default_mode\" : \"tiles\"", "\"low95\" : 0.01");
  }

  @Test
  void theConfigurationIsReadAsARecordAndOptionalSizesMayBeAbsent() throws Exception {
    Files.writeString(file, json().replaceFirst(",\\s*\"stem\" : null", ""));
    assertThat(Files.readString(file)).doesNotContain("stem");
    assertThat(CardFile.read(file).configuration(Cards.Sizes.class)).isEqualTo(Cards.SIZES);
  }

  record OtherSizes(int imageSize, double ratio, List<Integer> layers, int depth) {}

  record FewerSizes(int imageSize) {}

  @Test
  void aConfigurationOfAnotherNetworkIsRefused() {
    assertThatThrownBy(() -> measured().configuration(OtherSizes.class))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-06"))
        .hasMessageEndingWith("\"depth\" is missing or not as expected.");
    assertThatThrownBy(() -> measured().configuration(FewerSizes.class))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith("is unknown.");
    assertThatThrownBy(() -> Configuration.of(new FewerSizes(3)).as(OtherSizes.class))
        .isInstanceOf(ModelException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"licence\" :' | '\"license\" : 1, \"licence\" :' | \"license\" is unknown",
        "'\"limits\" :'            | '\"limits\" : [], \"limits\" :'  | no well-formed JSON",
        "'\"name\" : \"compact\"' | '\"name\" : \"../compact\"'    | name may hold only",
        "'\"title\" : \"A model\"' | '\"title\" : null'           | title is missing",
        "'\"tiles\"'              | '\"stripes\"'                 | \"default_mode\" is missing or"
            + " not as expected",
        "'\"fp32\"'               | '\"fp31\"'                    | default_precision must be",
        "'\"abab'                | '\"xyab'                     | weights_sha256 is no SHA-256",
        "'\"low95\" : 0.01'       | '\"low95\" : 0.06'            | a rate must lie inside",
        "'\"images\" : 60,'       | ''                          | \"operating_points.item.images\"",
        "'\"images\" : 60'        | '\"images\" : 0'              | at least one image",
        "'2026-11-23'             | '23.11.2026'                | date must be like",
        "'\"min_side\" : 200'     | '\"min_side\" : 9000'         | envelope is empty",
        "': false'               | ': maybe'                     | no well-formed JSON",
      })
  void aCardThatSaysSomethingElseIsRefusedWithItsReason(
      String good, @Nullable String bad, String reason) throws IOException {
    assertThat(json()).contains(good);
    Files.writeString(file, json().replace(good, bad == null ? "" : bad));
    assertThatThrownBy(() -> CardFile.read(file))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-03"))
        .hasMessageStartingWith(file + " is not a valid model card: ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("org.palimpsest");
  }

  @Test
  void aCardWithoutMeasurementsStaysWithout() throws Exception {
    Files.write(file, CardFile.bytes(Cards.unmeasured("compact")));
    ModelCard card = CardFile.read(file);
    assertThat(card.operatingPoints()).isEmpty();
    assertThat(card.envelope()).isNull();
  }

  @Test
  void missingEmptyAndOversizedCardsAreRefused() throws IOException {
    assertThatThrownBy(() -> CardFile.read(file))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-02"));
    Files.createFile(file);
    assertThatThrownBy(() -> CardFile.read(file))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-03"));
    Files.write(file, new byte[2 << 20]);
    assertThatThrownBy(() -> CardFile.read(file)).hasMessageContaining("too large");
  }

  @Test
  void theEnvelopeHoldsImagesOfTheMeasuredKindOnly() {
    ValidatedEnvelope envelope =
        new ValidatedEnvelope(
            0.01, 200, 8000, 75, new Rate(0.1, 0.05, 0.18), 90, "edited images", "2026-01-02");
    assertThat(envelope.contains(200, 8000, null)).isTrue();
    assertThat(envelope.contains(8000, 200, 75)).isTrue();
    assertThat(envelope.contains(199, 300, null)).isFalse();
    assertThat(envelope.contains(300, 8001, null)).isFalse();
    assertThat(envelope.contains(300, 300, 74)).isFalse();
  }

  private static String json() {
    return new String(CardFile.bytes(measured()), StandardCharsets.UTF_8);
  }
}
