package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.palimpsest.tasks.Progress.unwatched;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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
            plan,
            4,
            new StartingPoint.Drawn(1),
            (step, rate, result) -> steps.add(step),
            new TrainingControl(Progress.unwatched()));
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
    training.run(
        plan(1),
        0,
        new StartingPoint.Drawn(1),
        (step, rate, result) -> {},
        new TrainingControl(Progress.unwatched()));
    byte[] autoencoder = Files.readAllBytes(folder.resolve("work/autoencoder.safetensors"));

    List<Long> steps = new ArrayList<>();
    training.run(
        plan(1),
        0,
        new StartingPoint.Drawn(1),
        (step, rate, result) -> steps.add(step),
        new TrainingControl(Progress.unwatched()));

    assertThat(steps).isEmpty();
    assertThat(folder.resolve("work/autoencoder.safetensors")).hasBinaryContent(autoencoder);
  }

  @Test
  void aNameThatIsTakenIsNotOverwritten() throws IOException, ModelException {
    TrainingPlan plan = plan(1);
    SynthesisTraining training = new SynthesisTraining(library(), folder.resolve("work"), 1);
    training.run(
        plan,
        0,
        new StartingPoint.Drawn(1),
        (step, rate, result) -> {},
        new TrainingControl(Progress.unwatched()));
    training.publish(folder.resolve("models"), card(plan), plan);

    assertThatThrownBy(() -> training.publish(folder.resolve("models"), card(plan), plan))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void aPublishedModelIsTrainedOnWithTheSelectedPartsAlone() throws IOException, ModelException {
    TrainingPlan plan = plan(1);
    SynthesisTraining training = new SynthesisTraining(library(), folder.resolve("work"), 0);
    training.run(
        plan, 0, new StartingPoint.Drawn(1), (s, r, x) -> {}, new TrainingControl(unwatched()));
    RegisteredModel first = training.publish(folder.resolve("models"), card(plan), plan);

    TrainingPlan more =
        new TrainingPlan(
            first.card().configuration(MaskClipConfig.class),
            EnumSet.of(ParameterGroup.PROMPTS),
            1,
            1,
            1e-2,
            0,
            0,
            0,
            2,
            TrainingPlan.Technique.RELEASED);
    StartingPoint start = new StartingPoint.OfModel(first.verify());
    SynthesisTraining tuning = new SynthesisTraining(library(), folder.resolve("tuning"), 0);
    tuning.run(more, 0, start, (s, r, x) -> {}, new TrainingControl(unwatched()));
    ModelCard card =
        SynthesisCard.of(
            "tuned", "x", more, start, library(), "computed", "p 1", LocalDate.of(2026, 1, 2));
    RegisteredModel tuned = tuning.publish(folder.resolve("models"), card, more);

    assertThat(card.origin())
        .contains("the weights of tiny (SHA-256 " + first.card().weightsSha256());
    try (SafetensorsFile before = SafetensorsFile.open(first.weights());
        SafetensorsFile after = SafetensorsFile.open(tuned.weights())) {
      List<String> changed = new ArrayList<>();
      for (String name : before.names()) {
        if (!Arrays.equals(before.floats(name), after.floats(name))) {
          changed.add(name);
        }
      }
      assertThat(changed)
          .containsExactlyInAnyOrder("prompt_learner.ctx_neg", "prompt_learner.ctx_pos");
    }
  }

  @Test
  void aModelOfAnotherNetworkIsNoStart() throws IOException, ModelException {
    TrainingPlan plan = plan(1);
    SynthesisTraining training = new SynthesisTraining(library(), folder.resolve("work"), 0);
    training.run(
        plan, 0, new StartingPoint.Drawn(1), (s, r, x) -> {}, new TrainingControl(unwatched()));
    RegisteredModel tiny = training.publish(folder.resolve("models"), card(plan), plan);

    assertThatThrownBy(() -> new StartingPoint.OfModel(tiny).open(MaskClipConfig.compact()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The weights of tiny");
  }

  @Test
  void theCardNamesThePartsThatWereFrozen() throws IOException {
    TrainingPlan plan =
        new TrainingPlan(
            TinyModel.config(),
            EnumSet.of(ParameterGroup.DECODER),
            1,
            1,
            1e-3,
            0,
            1,
            0.05,
            1,
            TrainingPlan.Technique.RELEASED);
    assertThat(
            SynthesisCard.of(
                    "m",
                    "x",
                    plan,
                    new StartingPoint.Drawn(1),
                    library(),
                    "computed",
                    "p 1",
                    LocalDate.of(2026, 1, 2))
                .origin())
        .contains("Kept at their initial values: prompts, vsa, vca, mae encoder, clip tower.");
  }

  private ModelCard card(TrainingPlan plan) throws IOException {
    return SynthesisCard.of(
        "tiny",
        "Apache-2.0",
        plan,
        new StartingPoint.Drawn(1),
        library(),
        "computed",
        "p 1",
        LocalDate.of(2026, 1, 2));
  }

  private static TrainingPlan plan(long steps) {
    return new TrainingPlan(
        TinyModel.config(),
        EnumSet.allOf(ParameterGroup.class),
        steps,
        1,
        1e-3,
        0,
        1,
        0.05,
        1,
        TrainingPlan.Technique.RELEASED);
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
