package org.palimpsest.vision.maskclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.vision.Preprocessing;
import org.palimpsest.vision.nn.ActivationProbe;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/** The published size, 547 million parameters, against the released code's stored outputs. */
class FullSizeParityTest {
  private static final long NEEDED = 8_000_000_000L;

  @Test
  void fullSizeNetworkReproducesTheStoredLogitsAndMap() throws IOException {
    long free = freeMemory();
    if (free < NEEDED) {
      note("SKIPPED", free);
      Assumptions.abort("needs 8 GB of free memory, found " + free + " bytes");
    }
    Map<String, float[]> seen = new LinkedHashMap<>();
    MaskClipConfig config = MaskClipConfig.vitL();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      torch.enterThread(false);
      Weights weights = new Weights(parameters(config, manager));
      Build build =
          Build.inference(torch).with((ActivationProbe) (name, value) -> keep(seen, name, value));
      NDArray text = new TextFeatures(config, weights, build).forward();
      MaskClip.Output output =
          new MaskClip(config, weights, weights, build).forward(image(manager), text);
      seen.put("out.cls_logits", output.classLogits().toFloatArray());
      float[] map = output.map(build, 512).toFloatArray();
      seen.put("out.pred_mask_every4", every4(map));
    }
    Golden.Tensors expected = Golden.read("full/full_outputs_f64run.safetensors");
    assertThat(error(seen, expected, "text.features_norm")).isLessThan(5e-6);
    assertThat(error(seen, expected, "cls.feature")).isLessThan(2e-5);
    assertThat(error(seen, expected, "out.cls_logits")).isLessThan(5e-6);
    assertThat(error(seen, expected, "mask.logits_lowres")).isLessThan(2e-5);
    assertThat(error(seen, expected, "out.pred_mask_every4")).isLessThan(1e-5);
    assertThat(logits(seen)[0]).isCloseTo(0.687303f, within(5e-6f));
    note("RAN", free);
  }

  private static float[] logits(Map<String, float[]> seen) {
    return java.util.Objects.requireNonNull(seen.get("out.cls_logits"));
  }

  private static void keep(Map<String, float[]> seen, String name, NDArray value) {
    if (name.equals("text.features_norm")
        || name.equals("cls.feature")
        || name.equals("mask.logits_lowres")) {
      seen.put(name, value.toFloatArray());
    }
  }

  private static double error(Map<String, float[]> seen, Golden.Tensors expected, String name) {
    float[] actual = java.util.Objects.requireNonNull(seen.get(name), name);
    double[] truth = expected.get(name).values();
    assertThat(actual).as(name).hasSize(truth.length);
    return Golden.worst(actual, truth);
  }

  private static Map<String, NDArray> parameters(MaskClipConfig config, NDManager manager) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    long count = 0;
    for (Parameter parameter : MaskClipParameters.of(config)) {
      NDArray tensor = manager.create(HashWeights.of(parameter), new Shape(parameter.shape()));
      parameters.put(parameter.name(), tensor);
      count += parameter.size();
    }
    assertThat(count).isEqualTo(546_828_738);
    return parameters;
  }

  private static NDArray image(NDManager manager) {
    RgbImage image = SynthImage.of(512, 512);
    float[] input = new float[3 * 512 * 512];
    new Preprocessing().write(image, input, 0);
    return manager.create(input, new Shape(1, 3, 512, 512));
  }

  private static float[] every4(float[] map) {
    float[] values = new float[128 * 128];
    for (int y = 0; y < 128; y++) {
      for (int x = 0; x < 128; x++) {
        values[y * 128 + x] = map[y * 4 * 512 + x * 4];
      }
    }
    return values;
  }

  /** What could be used without swapping, as the system says; 0 where it does not. */
  private static long freeMemory() throws IOException {
    Path facts = Path.of("/proc/meminfo");
    if (!Files.exists(facts)) {
      return 0;
    }
    return Files.readAllLines(facts).stream()
        .filter(line -> line.startsWith("MemAvailable:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  private static void note(String what, long free) throws IOException {
    Files.writeString(
        Path.of("target/full-size-parity.txt"),
        "full-size parity: %s (%d bytes free)%n".formatted(what, free));
  }
}
