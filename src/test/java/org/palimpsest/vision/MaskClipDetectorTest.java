package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.ModelException;
import org.palimpsest.vision.maskclip.Build;
import org.palimpsest.vision.maskclip.MaskClip;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.TextFeatures;
import org.palimpsest.vision.maskclip.TinyModel;

class MaskClipDetectorTest {
  private static final int SIZE = TinyModel.config().imageSize();

  @TempDir Path folder;

  @Test
  void itsPredictionsAreThoseOfTheNetworkInTheOrderOfTheInputs() throws Exception {
    List<RgbImage> images = List.of(image(1), image(2), image(3));
    try (MaskClipDetector detector = detector(Precision.FP32, 2)) {
      List<InputPrediction> predictions = detector.predict(images);
      assertThat(predictions).hasSize(3);
      for (int i = 0; i < 3; i++) {
        compare(predictions.get(i), images.get(i));
      }
      assertThat(detector.device()).isEqualTo("cpu");
      assertThat(detector.precision()).isEqualTo("fp32");
      assertThat(detector.batchSize()).isEqualTo(2);
      assertThat(detector.inputSize()).isEqualTo(SIZE);
    }
  }

  private static void compare(InputPrediction actual, RgbImage image) {
    try (TinyModel tiny = new TinyModel()) {
      tiny.torch.enterThread(false);
      Build build = Build.inference(tiny.torch);
      float[] values = new float[3 * SIZE * SIZE];
      new Preprocessing().write(image, values, 0);
      NDArray input = tiny.manager.create(values, new Shape(1, 3, SIZE, SIZE));
      MaskClipConfig config = TinyModel.config();
      NDArray text = new TextFeatures(config, tiny.weights(), build).forward();
      MaskClip.Output output =
          new MaskClip(config, tiny.weights(), tiny.weights(), build).forward(input, text);
      float[] logits = output.classLogits().toFloatArray();
      assertThat(actual.realLogit()).isCloseTo(logits[0], within(1e-5f));
      assertThat(actual.fakeLogit()).isCloseTo(logits[1], within(1e-5f));
      assertThat(actual.map().values())
          .containsExactly(output.map(build, SIZE).toFloatArray(), within(1e-5f));
    }
  }

  @Test
  void halfPrecisionStaysNearFullPrecision() throws Exception {
    List<RgbImage> images = List.of(image(4));
    try (MaskClipDetector full = detector(Precision.FP32, 1);
        MaskClipDetector half = detector(Precision.BF16, 1)) {
      InputPrediction expected = full.predict(images).getFirst();
      InputPrediction actual = half.predict(images).getFirst();
      assertThat(actual.score()).isCloseTo(expected.score(), within(0.05f));
      assertThat(actual.map().values()).containsExactly(expected.map().values(), within(0.1f));
      assertThat(actual.map().values()).isNotEqualTo(expected.map().values());
      assertThat(half.precision()).isEqualTo("bf16");
    }
  }

  @Test
  void predictingLeavesNoMemoryBehind() throws Exception {
    try (MaskClipDetector detector = detector(Precision.FP32, 2)) {
      List<RgbImage> images = List.of(image(5), image(6));
      for (int i = 0; i < 4; i++) {
        detector.predict(images);
      }
      int held = detector.heldTensors();
      long before = residentBytes();
      for (int i = 0; i < 30; i++) {
        detector.predict(images);
      }
      assertThat(detector.heldTensors()).isEqualTo(held);
      // The inputs alone were 18 MB, what was computed from them many times that.
      assertThat(residentBytes() - before).isLessThan(100L << 20);
    }
  }

  /** 0 where the system does not say. */
  private static long residentBytes() throws Exception {
    Path facts = Path.of("/proc/self/statm");
    if (!Files.exists(facts)) {
      return 0;
    }
    return Long.parseLong(Files.readString(facts).split(" ")[1]) * 4096;
  }

  @Test
  void threadsMayShareIt() throws Exception {
    try (MaskClipDetector detector = detector(Precision.FP32, 1)) {
      List<RgbImage> images = List.of(image(9), image(10));
      List<InputPrediction> expected = detector.predict(images);
      List<CompletableFuture<List<InputPrediction>>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(CompletableFuture.supplyAsync(() -> detector.predict(images)));
      }
      for (CompletableFuture<List<InputPrediction>> one : running) {
        List<InputPrediction> actual = one.get(60, TimeUnit.SECONDS);
        for (int i = 0; i < images.size(); i++) {
          assertThat(actual.get(i).map().values()).isEqualTo(expected.get(i).map().values());
          assertThat(actual.get(i).fakeLogit()).isEqualTo(expected.get(i).fakeLogit());
        }
      }
    }
  }

  @Test
  void closingWaitsForThePredictionInHandAndRefusesTheNext() throws Exception {
    MaskClipDetector detector = detector(Precision.FP32, 1);
    List<RgbImage> many = Collections.nCopies(12, image(11));
    CompletableFuture<List<InputPrediction>> running =
        CompletableFuture.supplyAsync(() -> detector.predict(many));
    while (!detector.isPredicting() && !running.isDone()) {
      Thread.sleep(1);
    }
    assertThat(running).isNotDone();
    detector.close();
    assertThat(running.get(10, TimeUnit.SECONDS)).hasSize(12);
    assertThatThrownBy(() -> detector.predict(many)).isInstanceOf(IllegalStateException.class);
    detector.close();
  }

  @Test
  void anInputOfAnotherSizeIsRefused() throws Exception {
    try (MaskClipDetector detector = detector(Precision.FP32, 1)) {
      RgbImage small = new RgbImage(8, 8, new byte[192]);
      assertThatThrownBy(() -> detector.predict(List.of(image(1), small)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("8 x 8");
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    assertThatThrownBy(
            () ->
                MaskClipDetector.load(weights(), MaskClipConfig.compact(), cpu(Precision.FP32), 1))
        .isInstanceOf(ModelException.class)
        .extracting("code")
        .isEqualTo("MOD-20");
  }

  @Test
  void unreadableWeightsAreAModelError() throws Exception {
    Path file = Files.writeString(folder.resolve("model.safetensors"), "no tensors in here");
    assertThatThrownBy(
            () -> MaskClipDetector.load(file, TinyModel.config(), cpu(Precision.FP32), 1))
        .isInstanceOf(ModelException.class)
        .extracting("code")
        .isEqualTo("MOD-21");
  }

  @Test
  void theTrialOfHalfPrecisionGivesARatio() throws Exception {
    DeviceChoice choice =
        new DetectorFactory(new EngineProbe()).choose(TinyModel.config(), "cpu", "auto", "auto");
    assertThat(choice.reason()).containsPattern("1/\\d+\\.\\d\\d of the time");
  }

  private static MaskClipDetector detector(Precision precision, int batch) throws Exception {
    return MaskClipDetector.load(weights(), TinyModel.config(), cpu(precision), batch);
  }

  private static DeviceChoice cpu(Precision precision) {
    return new DeviceChoice(ComputeDevice.CPU, precision, "for a test");
  }

  private static Path weights() throws URISyntaxException {
    URI uri =
        Objects.requireNonNull(
                MaskClipDetectorTest.class.getResource("/golden/tiny_maskclip.safetensors"))
            .toURI();
    return Path.of(uri);
  }

  private static RgbImage image(long seed) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    new Random(seed).nextBytes(rgb);
    return new RgbImage(SIZE, SIZE, rgb);
  }
}
