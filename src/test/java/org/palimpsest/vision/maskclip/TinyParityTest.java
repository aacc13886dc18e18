package org.palimpsest.vision.maskclip;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.vision.maskclip.Build.Algebra;

/** The network against the released code's numbers, in the tiny configuration. */
class TinyParityTest {
  /**
   * The saving text branch computes two of the four identical rows; block outputs of CLIP are never
   * computed where only the feature matters.
   */
  private static final Set<String> NOT_COMPUTED = Set.of("text.query_projected");

  @ParameterizedTest
  @EnumSource(Algebra.class)
  void everyListedActivationAgreesWithTheReleasedCode(Algebra algebra) {
    Map<String, float[]> seen = new LinkedHashMap<>();
    run(algebra, seen);

    Golden.Tensors expected = Golden.read("tiny_activations.safetensors");
    JsonNode magnitudes = Golden.json("tolerances.json").get("activations");
    List<String> missing = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String name : new TreeSet<>(expected.byName().keySet())) {
      if (NOT_COMPUTED.contains(name)
          || name.startsWith("clip.block_out")
          || name.startsWith("out.loss")
          || name.equals("out.combined_loss")) {
        continue;
      }
      float[] actual = seen.get(name);
      double[] truth = expected.get(name).values();
      if (name.equals("text.ln_final_eot") && actual != null && actual.length * 2 == truth.length) {
        truth = everyOtherRow(truth);
      }
      if (actual == null || actual.length != truth.length) {
        missing.add(name + " " + (actual == null ? "not seen" : "has " + actual.length));
        continue;
      }
      double tolerance =
          name.equals("out.pred_mask")
              ? 3e-6
              : name.equals("out.cls_logits")
                  ? 2e-6
                  : 2e-5 * Math.max(1, magnitudes.path(name).path("max_abs").asDouble(1));
      double error = Golden.worst(actual, truth);
      if (!(error <= tolerance)) {
        wrong.add("%s: %.2e > %.2e".formatted(name, error, tolerance));
      }
    }
    assertThat(missing).isEmpty();
    assertThat(wrong).isEmpty();
  }

  private static void run(Algebra algebra, Map<String, float[]> seen) {
    try (TinyModel tiny = new TinyModel()) {
      tiny.torch.enterThread(false);
      Build build =
          new Build(
              tiny.torch,
              algebra,
              false,
              org.palimpsest.vision.nn.Noise.NONE,
              (name, value) -> seen.put(name, value.toFloatArray()));
      MaskClipConfig config = TinyModel.config();
      NDArray text = new TextFeatures(config, tiny.weights(), build).forward();
      MaskClip network = new MaskClip(config, tiny.weights(), tiny.weights(), build);
      MaskClip.Output output = network.forward(tiny.input("image"), text);
      seen.put("out.cls_logits", output.classLogits().toFloatArray());
      seen.put("out.pred_mask", output.map(build, 160).toFloatArray());
      float[] labels = new float[2];
      long[] argmax = output.classLogits().argMax(1).toLongArray();
      for (int i = 0; i < 2; i++) {
        labels[i] = argmax[i];
      }
      seen.put("out.pred_label", labels);
    }
  }

  private static double[] everyOtherRow(double[] rows) {
    int width = rows.length / 4;
    double[] two = new double[width * 2];
    System.arraycopy(rows, 0, two, 0, width);
    System.arraycopy(rows, 2 * width, two, width, width);
    return two;
  }
}
