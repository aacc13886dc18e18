package org.palimpsest.ui.viewer;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.DeviceChoice;
import org.palimpsest.vision.EngineProbe;
import org.palimpsest.vision.maskclip.MaskClipConfig;

/** Shipped samples examined with the embedded model. */
final class ExaminedSamples {
  private ExaminedSamples() {}

  static ViewedPicture of(String name) throws Exception {
    RegisteredModel model = new ModelRegistry(List.of(Path.of("models"))).find("maskclip-compact");
    MaskClipConfig config = model.card().configuration(MaskClipConfig.class);
    DetectorFactory factory = new DetectorFactory(new EngineProbe());
    DeviceChoice choice = factory.choose(config, "cpu", "fp32", model.card().defaultPrecision());
    try (Detector detector = factory.load(model.weights(), config, choice, OptionalInt.of(2))) {
      float threshold = (float) model.card().operatingPoints().getFirst().mapThreshold();
      Conditions conditions =
          new Conditions(
              model.card().name(),
              model.card().weightsSha256(),
              model.card().defaultMode(),
              detector.inputSize(),
              detector.inputSize() / 4,
              detector.device(),
              detector.precision(),
              threshold,
              "operating point of the model's card",
              "test");
      Examination examination =
          new Examination(
              detector,
              conditions,
              new VerdictRule(model.card()),
              Versions.running("test", "PyTorch"),
              List.of(),
              InstantSource.system());
      Examined examined =
          examination.run(Path.of("src/samples", name), Progress.unwatched()).orElseThrow();
      return new ViewedPicture(
          name, examined.image(), examined.heatmap(), conditions.thresholdSource());
    }
  }
}
