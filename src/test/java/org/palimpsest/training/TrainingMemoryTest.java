package org.palimpsest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.Parameter;
import org.palimpsest.vision.maskclip.TinyModel;
import org.palimpsest.vision.nn.Torch;

/** What two hundred updates leave behind. */
class TrainingMemoryTest {
  private static final int STEPS = 200;

  @Test
  void memoryDoesNotGrowWithTheUpdates() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
    List<TrainingExample> examples =
        List.of(TrainingRunTest.example(0), TrainingRunTest.example(1));
    double[] megabytes = new double[STEPS / 2];
    int[] held = new int[STEPS / 2];
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Torch torch = new Torch(Device.cpu());
        TrainingStep step = new TrainingStep(plan(), parameters(manager), torch, manager)) {
      for (int i = 0; i < STEPS; i++) {
        step.run(examples, 1e-4);
        if (i >= STEPS / 2) {
          megabytes[i - STEPS / 2] = residentMegabytes();
          held[i - STEPS / 2] = step.heldTensors();
        }
      }
    }

    assertThat(held).as("tensors held after each update").containsOnly(held[0]);
    double growth = slope(megabytes) * megabytes.length;
    assertThat(growth / megabytes[0])
        .as("growth of the resident memory over %d updates", megabytes.length)
        .isLessThan(0.01);
  }

  private static TrainingPlan plan() {
    return new TrainingPlan(
        TinyModel.config(),
        EnumSet.allOf(ParameterGroup.class),
        STEPS,
        2,
        1e-4,
        0,
        0,
        0.05,
        1,
        new TrainingPlan.Technique(1, 1, 0.9, new MaskClipLoss(4, 1)));
  }

  private static Map<String, NDArray> parameters(NDManager manager) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    for (Parameter parameter : MaskClipParameters.of(TinyModel.config())) {
      NDArray given = manager.create(parameter.values(1), new Shape(parameter.shape()));
      parameters.put(parameter.name(), Torch.owned(given));
    }
    return parameters;
  }

  private static double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IllegalStateException("no VmRSS");
  }

  /** Per update, by least squares. */
  private static double slope(double[] values) {
    double middle = (values.length - 1) / 2.0;
    double up = 0;
    double across = 0;
    for (int i = 0; i < values.length; i++) {
      up += (i - middle) * values[i];
      across += (i - middle) * (i - middle);
    }
    return up / across;
  }
}
