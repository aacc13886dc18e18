package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;
import org.palimpsest.vision.maskclip.TinyModel;

class MaskClipDetectorTest {
  private static final DeviceChoice CPU = new DeviceChoice(-1, "");

  @TempDir private Path folder;

  private RegisteredModel model(String name, MaskClipConfig config, MaskClipConfig weights)
      throws ModelException {
    ModelCard card =
        new ModelCard(
            name,
            "t",
            "s",
            Configuration.of(config),
            "",
            "o",
            "l",
            "d",
            "p",
            InputMode.WHOLE,
            "fp32",
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            false);
    return ModelRegistry.publish(
        folder,
        card,
        file -> {
          SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
          for (Parameter parameter : MaskClipParameters.of(weights)) {
            tensors.put(parameter.name(), TensorSource.of(parameter.shape(), parameter.values(3)));
          }
          SafetensorsWriter.write(file, tensors, new LinkedHashMap<>(), DType.F32);
        });
  }

  private MaskClipDetector tiny(Precision precision) throws ModelException {
    MaskClipConfig config = TinyModel.config();
    return MaskClipDetector.load(
        model("tiny-" + precision.word(), config, config),
        CPU,
        precision,
        OptionalInt.of(2),
        new EngineProbe());
  }

  private static List<RgbImage> images(int count) {
    return IntStream.range(0, count).mapToObj(i -> TestImages.photograph(160, 160, i)).toList();
  }

  @Test
  void aBatchSaysOfEachInputWhatItsOwnPassSays() throws ModelException {
    try (Detector detector = tiny(Precision.FP32)) {
      List<InputPrediction> together = detector.predict(images(5));
      assertThat(together).hasSize(5);
      assertThat(together.get(0).fakeLogit()).isNotEqualTo(together.get(1).fakeLogit());
      for (int i = 0; i < 5; i++) {
        InputPrediction alone = detector.predict(images(5).subList(i, i + 1)).getFirst();
        assertThat(together.get(i).fakeLogit()).isCloseTo(alone.fakeLogit(), within(1e-5f));
        assertThat(together.get(i).map().values())
            .containsExactly(alone.map().values(), within(1e-5f));
        assertThat(alone.map().width()).isEqualTo(160);
      }
      assertThat(detector.predict(images(1)).getFirst().map().values())
          .isEqualTo(detector.predict(images(1)).getFirst().map().values());
    }
  }

  @Test
  void bfloat16SaysTheSameUpToItsRounding() throws ModelException {
    try (Detector full = tiny(Precision.FP32);
        Detector half = tiny(Precision.BF16)) {
      List<InputPrediction> expected = full.predict(images(2));
      List<InputPrediction> actual = half.predict(images(2));
      for (int i = 0; i < 2; i++) {
        assertThat(actual.get(i).fakeLogit()).isCloseTo(expected.get(i).fakeLogit(), within(0.02f));
        assertThat(actual.get(i).map().values())
            .containsExactly(expected.get(i).map().values(), within(0.02f));
      }
      assertThat(actual.get(0).map().values()).isNotEqualTo(expected.get(0).map().values());
      assertThat(half.precision()).isEqualTo("bf16");
    }
  }

  @Test
  void anInputOfAnotherSizeIsRefused() throws ModelException {
    try (Detector detector = tiny(Precision.FP32)) {
      assertThatThrownBy(() -> detector.predict(List.of(TestImages.photograph(128, 160, 1))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedWithTheirKeys() throws ModelException {
    RegisteredModel wrong = model("wrong", MaskClipConfig.compact(), TinyModel.config());
    assertThatThrownBy(
            () ->
                MaskClipDetector.load(
                    wrong, CPU, Precision.FP32, OptionalInt.empty(), new EngineProbe()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("clip.positional_embedding is [77, 24], not [77, 64]");
  }

  @Test
  void closingWaitsForThePassInHandAndThenNothingCanBeAsked() throws Exception {
    MaskClipDetector detector = tiny(Precision.FP32);
    try (BackgroundPool pool = new BackgroundPool("test", 1)) {
      Future<List<InputPrediction>> running = pool.submit(() -> detector.predict(images(6)));
      while (!detector.isBusy() && !running.isDone()) {
        Thread.onSpinWait();
      }
      detector.close();
      assertThat(running.get()).hasSize(6);
    }
    assertThatThrownBy(() -> detector.predict(images(1))).isInstanceOf(IllegalStateException.class);
    detector.close();
  }

  @Test
  void memoryStaysFlatOverManyPasses() throws ModelException, IOException {
    try (Detector detector = tiny(Precision.FP32)) {
      List<RgbImage> images = images(2);
      for (int i = 0; i < 20; i++) {
        detector.predict(images);
      }
      long before = residentBytes();
      for (int i = 0; i < 60; i++) {
        detector.predict(images);
      }
      // one kept activation per pass would be more than this
      assertThat(residentBytes() - before).isLessThan(60L << 20);
    }
  }

  private static long residentBytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.isReadable(status));
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
