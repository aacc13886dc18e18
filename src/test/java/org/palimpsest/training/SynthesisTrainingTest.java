package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;
import org.palimpsest.tasks.Progress;
import org.palimpsest.training.data.PhotoLibrary;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;
import org.palimpsest.vision.maskclip.TinyModel;

class SynthesisTrainingTest {
  @TempDir private Path folder;

  @Test
  void trainsOnAFolderOfPhotographsAndPublishesAModelThatCanBeOpened()
      throws IOException, ModelException {
    TrainingPlan plan = plan(2);
    SynthesisTraining training = new SynthesisTraining(library(), folder.resolve("work"), 2);
    List<Long> steps = new ArrayList<>();

    boolean complete =
        training.run(
            plan, 4, Map.of(), (step, rate, result) -> steps.add(step), Progress.unwatched());
    RegisteredModel model = training.publish(folder.resolve("models"), card(plan), plan);

    assertThat(complete).isTrue();
    assertThat(steps).containsExactly(1L, 2L);
    assertThat(model.verify().card().configuration(MaskClipConfig.class)).isEqualTo(plan.config());
    assertThat(model.card().operatingPoints()).isEmpty();
    assertThat(model.card().trainingData()).contains("3 photographs (computed)");
    try (SafetensorsFile weights = SafetensorsFile.open(model.weights());
        SafetensorsFile state =
            SafetensorsFile.open(folder.resolve("work/checkpoint.safetensors"))) {
      for (Parameter parameter : MaskClipParameters.of(plan.config())) {
        assertThat(weights.tensor(parameter.name()).dtype()).isEqualTo(DType.F16);
        float[] trained = state.floats("model." + parameter.name());
        float[] stored = weights.floats(parameter.name());
        for (int i = 0; i < stored.length; i++) {
          // half precision keeps eleven bits
          assertThat(stored[i]).isCloseTo(trained[i], offset(Math.abs(trained[i]) / 1024 + 1e-7f));
        }
      }
    }
  }

  @Test
  void aFinishedTrainingIsNotRepeatedAndTheAutoencoderIsKept() throws IOException {
    SynthesisTraining training = new SynthesisTraining(library(), folder.resolve("work"), 2);
    training.run(plan(1), 0, Map.of(), (step, rate, result) -> {}, Progress.unwatched());
    byte[] autoencoder = Files.readAllBytes(folder.resolve("work/autoencoder.safetensors"));

    List<Long> steps = new ArrayList<>();
    training.run(
        plan(1), 0, Map.of(), (step, rate, result) -> steps.add(step), Progress.unwatched());

    assertThat(steps).isEmpty();
    assertThat(folder.resolve("work/autoencoder.safetensors")).hasBinaryContent(autoencoder);
  }

  @Test
  void aNameThatIsTakenIsNotOverwritten() throws IOException, ModelException {
    TrainingPlan plan = plan(1);
    SynthesisTraining training = new SynthesisTraining(library(), folder.resolve("work"), 1);
    training.run(plan, 0, Map.of(), (step, rate, result) -> {}, Progress.unwatched());
    training.publish(folder.resolve("models"), card(plan), plan);

    assertThatThrownBy(() -> training.publish(folder.resolve("models"), card(plan), plan))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void theCardNamesThePartsThatWereFrozen() throws IOException {
    TrainingPlan plan =
        new TrainingPlan(
            TinyModel.config(), EnumSet.of(ParameterGroup.DECODER), 1, 1, 1e-3, 0, 1, 0.05, 1, TrainingPlan.Technique.RELEASED);
    assertThat(
            SynthesisCard.of("m", "x", plan, library(), "computed", "p 1", LocalDate.of(2026, 1, 2))
                .origin())
        .contains("Kept at their initial values: prompts, vsa, vca, mae encoder, clip tower.");
  }

  private ModelCard card(TrainingPlan plan) throws IOException {
    return SynthesisCard.of(
        "tiny", "Apache-2.0", plan, library(), "computed", "p 1", LocalDate.of(2026, 1, 2));
  }

  private static TrainingPlan plan(long steps) {
    return new TrainingPlan(
        TinyModel.config(), EnumSet.allOf(ParameterGroup.class), steps, 1, 1e-3, 0, 1, 0.05, 1, TrainingPlan.Technique.RELEASED);
  }

  private PhotoLibrary library() throws IOException {
    Path photographs = folder.resolve("photographs");
    if (!Files.exists(photographs)) {
      Files.createDirectories(photographs);
      for (int i = 0; i < 3; i++) {
        RgbImage picture = TestImages.photograph(520, 480, i);
        Files.write(photographs.resolve(i + ".png"), Png.encode(picture));
      }
      Files.writeString(photographs.resolve("notes.txt"), "no picture");
    }
    return PhotoLibrary.load(photographs, SynthesisTrainingTest::pixels, 1, 64L << 20);
  }

  private static RgbImage pixels(Path file) throws IOException {
    try {
      return ImageDecoder.decode(Files.readAllBytes(file)).pixels();
    } catch (DecodeException e) {
      throw new IOException(e);
    }
  }
}
