package org.palimpsest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.cli.ModelsTerminal.Run;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.vision.maskclip.Golden;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;
import org.palimpsest.vision.maskclip.TinyModel;

class ModelsImportCommandTest {
  private static final Path CHECKPOINT = ModelsTerminal.GOLDEN.resolve("tiny_maskclip.safetensors");
  private static final String VIT = "aggregator.vit_model.";

  private final Path folder;
  private final ModelsTerminal terminal;

  ModelsImportCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    terminal = new ModelsTerminal(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "tiny_maskclip.safetensors, safetensors",
    "tiny_maskclip.pth, 'PyTorch, tensors under \"model\"'",
    "tiny_maskclip_legacy.pth, 'PyTorch before 1.6, tensors under \"model\"'"
  })
  void aCheckpointOfAnyFormatBecomesAModelWithEveryValue(String name, String form)
      throws Exception {
    Path file = ModelsTerminal.GOLDEN.resolve(name);
    Run run = imported(file, "mine", "--origin", "Somebody.", "--licence", "CC0");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Imported mine into " + terminal.own.resolve("mine"))
        .contains("every outcome is inconclusive");
    RegisteredModel model = terminal.registry.open("mine");
    assertThat(values(model)).isEqualTo(golden());
    ModelCard card = model.card();
    assertThat(card.origin())
        .isEqualTo(
            "Somebody. Imported from %s (%d bytes, SHA-256 %s), %s, by Palimpsest test on 2026-11-24."
                .formatted(name, Files.size(file), Sha256.of(file), form));
    assertThat(card.licence()).isEqualTo("CC0");
    assertThat(card.operatingPoints()).isEmpty();
    assertThat(card.limits()).anyMatch(limit -> limit.contains("every outcome is inconclusive"));
    assertThat(card.configuration(MaskClipConfig.class)).isEqualTo(TinyModel.config());
    assertThat(terminal.run("models", "verify", "mine").code()).isZero();
  }

  @Test
  void theDigestIsComparedBeforeTheFileIsOpened() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pth"), "no checkpoint");
    String other = Sha256.of(CHECKPOINT).hex();
    Run wrong = imported(nonsense, "mine", "--sha256", other);
    assertThat(wrong.err())
        .contains("is not the file expected", Sha256.of(nonsense).hex(), other, "(MOD-30)");
    Run right = imported(nonsense, "mine", "--sha256", Sha256.of(nonsense).hex());
    assertThat(right.err()).contains("neither safetensors nor").doesNotContain("MOD-30");
    assertThat(imported(CHECKPOINT, "mine", "--sha256", other.toUpperCase(Locale.ROOT)).code())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "", "g81c8bd16077f942efec2901f93c1bc7008f6992402a1ab69fda2652408ca90f"})
  void aDigestThatIsNoneIsAMisuse(String digest) {
    Run run = imported(CHECKPOINT, "mine", "--sha256", digest);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--sha256 needs 64 hexadecimal digits");
  }

  @Test
  void missingSurplusAndMisshapenTensorsAreListedByName() throws Exception {
    SequencedMap<String, TensorSource> tensors = ModelsTerminal.golden();
    tensors.remove("prompt_learner.ctx_pos");
    tensors.put("extra.weight", TensorSource.of(new long[] {1}, 1));
    tensors.put("clip.ln_final.bias", TensorSource.of(new long[] {3}, 1, 2, 3));
    Run run = imported(ModelsTerminal.write(folder.resolve("x.safetensors"), tensors), "mine");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("1 missing (\"prompt_learner.ctx_pos\")")
        .contains("1 surplus (\"extra.weight\")")
        .contains("\"clip.ln_final.bias\" is [3], not [24]", "(MOD-20)");
    assertThat(terminal.own).doesNotExist();
  }

  @Test
  void withoutAConfigurationOnlyThePublishedSizeIsRecognised() {
    Run run = terminal.run("models", "import", CHECKPOINT.toString(), "--name", "mine");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("are not of a published size", "--config FILE", "(MOD-32)")
        .contains("of another shape");
  }

  @Test
  void valuesThatAreNoNumbersAreRefusedAndNothingIsLeft() throws Exception {
    SequencedMap<String, TensorSource> tensors = ModelsTerminal.golden();
    float[] values = new float[24];
    values[7] = Float.NaN;
    tensors.put("clip.ln_final.bias", TensorSource.of(new long[] {24}, values));
    Run run = imported(ModelsTerminal.write(folder.resolve("x.safetensors"), tensors), "mine");
    assertThat(run.err()).contains("The tensor clip.ln_final.bias holds NaN. (MOD-33)");
    assertThat(terminal.own).isEmptyDirectory();
  }

  @Test
  void aTakenNameIsRefusedUnlessItIsToBeReplaced() throws Exception {
    terminal.publish(terminal.own, "mine");
    Run refused = imported(CHECKPOINT, "mine");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("exists already", "(MOD-07)");
    assertThat(terminal.registry.open("mine").card().title()).isEqualTo("Tiny");
    assertThat(imported(CHECKPOINT, "mine", "--replace").code()).isZero();
    assertThat(terminal.registry.open("mine").card().title()).isEqualTo("MaskCLIP, imported");
    assertThat(terminal.own.toFile().list()).containsExactly("mine");
  }

  @Test
  void anImportThatFailsLeavesTheModelThatItWouldReplace() throws Exception {
    RegisteredModel former = terminal.publish(terminal.own, "mine");
    SequencedMap<String, TensorSource> tensors = ModelsTerminal.golden();
    tensors.put("clip.logit_scale", TensorSource.of(new long[0], Float.POSITIVE_INFINITY));
    Path file = ModelsTerminal.write(folder.resolve("x.safetensors"), tensors);
    assertThat(imported(file, "mine", "--replace").code()).isEqualTo(2);
    assertThat(terminal.registry.open("mine").card().toJson()).isEqualTo(former.card().toJson());
    assertThat(terminal.own.toFile().list()).containsExactly("mine");
  }

  @Test
  void whatComesWithTheProgramIsNeverReplaced() throws Exception {
    terminal.publish(terminal.embedded, "theirs");
    Run run = imported(CHECKPOINT, "theirs", "--replace");
    assertThat(run.err()).contains("a model that comes with the program", "(MOD-07)");
    assertThat(terminal.own).doesNotExist();
  }

  @Test
  void aFolderWithFilesOfTheUsersIsNotReplaced() throws Exception {
    Path notes = terminal.publish(terminal.own, "mine").folder().resolve("notes.txt");
    Files.writeString(notes, "mine");
    assertThat(imported(CHECKPOINT, "mine", "--replace").err()).contains("notes.txt", "(MOD-13)");
    assertThat(notes).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "Big", ".hidden", "a b", ""})
  void aNameThatIsNoneIsRefused(String name) {
    Run run = imported(CHECKPOINT, name);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is no name for a model", "(MOD-11)");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(imported(folder.resolve("none.pth"), "mine").err())
        .contains("none.pth is missing or cannot be read. (MOD-31)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no json|no well-formed JSON at line 1|MOD-35",
        "[]|configuration must be a JSON object|MOD-35",
        "{}|is missing|MOD-06",
        "{\"image_size\":160}|is missing|MOD-06",
        "{\"image_side\":160}|\"image_size\" is missing or not as expected|MOD-06"
      })
  void aConfigurationThatIsNoneIsRefused(String json, String words, String code) throws Exception {
    Files.writeString(terminal.config, json);
    assertThat(imported(CHECKPOINT, "mine").err()).contains(words, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heads\" *: *5|heads\":7|the heads (7) do not divide",
        "\"depth\" *: *4|\"depth\":2000000000|mae.depth is 2000000000",
        "\"patch\" *: *14|\"patch\":0|clip_vision.patch (0) do not divide",
        "\"window_blocks\" *: *\\[[^]]*\\]|\"window_blocks\":[9]|a window block is 9, not in 0 to"
            + " 3",
        "\"vocabulary\" *: *64|\"vocabulary\":60|a token is 62, not in 0 to 59"
      })
  void sizesThatNoNetworkCanHaveAreNamed(String found, String wrong, String words)
      throws Exception {
    String json = Files.readString(terminal.config);
    String changed = json.replaceFirst(found, wrong);
    assertThat(changed).isNotEqualTo(json);
    Files.writeString(terminal.config, changed);
    assertThat(imported(CHECKPOINT, "mine").err()).contains(words, "(MOD-06)");
  }

  @Test
  void clipAndMaeBecomeAnUntrainedNetwork() throws Exception {
    Path clip = ModelsTerminal.GOLDEN.resolve("tiny_clip_jit.pt");
    Path mae = mae(Map.of("cls_token", 32L, "norm.weight", 32L, "norm.bias", 32L));
    Run run = assembled(clip, mae);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("It is untrained", "every outcome is inconclusive");
    RegisteredModel model = terminal.registry.open("start");
    assertThat(terminal.run("models", "verify", "start").code()).isZero();
    try (SafetensorsFile weights = SafetensorsFile.open(model.weights())) {
      for (Parameter parameter : MaskClipParameters.of(TinyModel.config())) {
        String name = parameter.name();
        assertThat(weights.floats(name)).as(name).isEqualTo(expected(parameter));
      }
    }
    assertThat(model.card().title()).contains("untrained");
    assertThat(model.card().limits().getFirst()).startsWith("Untrained");
    assertThat(model.card().trainingData()).startsWith("untrained");
    assertThat(model.card().origin())
        .contains("tiny_clip_jit.pt", Sha256.of(clip).hex(), Sha256.of(mae).hex(), "seed 42");
  }

  /** CLIP rounded to half precision, MAE as it was, the rest by the recipe for the seed. */
  private static float[] expected(Parameter parameter) {
    String name = parameter.name();
    float[] golden = Golden.read("tiny_maskclip.safetensors").get(name).floats();
    if (name.startsWith("clip.")) {
      float[] jit = golden.clone();
      if (isHalf(name)) {
        for (int i = 0; i < jit.length; i++) {
          jit[i] = Float.float16ToFloat(Float.floatToFloat16(jit[i]));
        }
      }
      return jit;
    }
    return name.startsWith(VIT) && !name.contains("rel_pos") ? golden : parameter.values(42);
  }

  private static boolean isHalf(String name) {
    return name.contains(".conv1.")
        || name.contains(".attn.")
        || name.contains(".mlp.")
        || name.equals("clip.text_projection")
        || name.equals("clip.visual.proj");
  }

  @Test
  void aPartThatIsNotTheNamedNetworkIsRefusedWithItsKeys() throws Exception {
    Path clip = ModelsTerminal.GOLDEN.resolve("tiny_clip_jit.pt");
    Run swapped = assembled(mae(Map.of()), clip);
    assertThat(swapped.code()).isEqualTo(2);
    assertThat(swapped.err()).contains("The CLIP weights", "missing", "surplus", "(MOD-20)");
    Run surplus = assembled(clip, mae(Map.of("head.weight", 3L)));
    assertThat(surplus.err()).contains("The MAE weights", "1 surplus (\"head.weight\")");
    assertThat(terminal.own).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--name a",
        "--name a --clip x",
        "--name a --mae x",
        "x --name a --clip x --mae x",
        "--name a --clip x --mae x --sha256 00",
        "x",
        "x --name a --licence ''"
      })
  void whatDoesNotBelongTogetherIsAMisuse(String words) {
    Run run =
        terminal.run(
            Stream.concat(
                    Stream.of("models", "import"),
                    Arrays.stream(words.split(" ")).map(word -> word.replace("''", "")))
                .toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: palimpsest models import");
  }

  /** The tiny MAE encoder as it is published: without relative positions, with what is not used. */
  private Path mae(Map<String, Long> further) throws IOException {
    SequencedMap<String, TensorSource> all = ModelsTerminal.golden();
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    all.forEach(
        (name, tensor) -> {
          if (name.startsWith(VIT) && !name.contains("rel_pos")) {
            tensors.put(name.substring(VIT.length()), tensor);
          }
        });
    further.forEach(
        (name, size) ->
            tensors.put(name, TensorSource.of(new long[] {size}, new float[size.intValue()])));
    return ModelsTerminal.write(folder.resolve("mae.safetensors"), tensors);
  }

  private Run assembled(Path clip, Path mae) {
    return terminal.run(
        "models",
        "import",
        "--clip",
        clip.toString(),
        "--mae",
        mae.toString(),
        "--name",
        "start",
        "--config",
        terminal.config.toString());
  }

  private Run imported(Path file, String name, String... more) {
    Stream<String> words =
        Stream.of(
            "models",
            "import",
            file.toString(),
            "--name",
            name,
            "--config",
            terminal.config.toString());
    return terminal.run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private static Map<String, String> values(RegisteredModel model) throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (SafetensorsFile file = SafetensorsFile.open(model.weights())) {
      for (String name : file.names()) {
        values.put(name, Arrays.toString(file.floats(name)));
      }
    }
    return values;
  }

  private static Map<String, String> golden() {
    Map<String, String> values = new TreeMap<>();
    Golden.read("tiny_maskclip.safetensors")
        .byName()
        .forEach((name, tensor) -> values.put(name, Arrays.toString(tensor.floats())));
    return values;
  }
}
