package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.report.CaseReports;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** A terminal with the verbs of a case and everything real but the network: red is "edited". */
final class RedTerminal {
  static final Actor CLERK = new Actor("clerk", "Palimpsest test", InstantSource.system());
  private static final int INPUT = 64;

  /** Added to every map value, as another machine's arithmetic would. */
  float drift;

  private final ModelRegistry registry;

  private record Sizes(int size) {}

  record Run(int code, String out, String err) {}

  RedTerminal(Path models) throws ModelException {
    ModelCard card =
        new ModelCard(
            "red",
            "Red",
            "Sees red.",
            Configuration.of(new Sizes(INPUT)),
            "",
            "made up",
            "none",
            "nothing",
            "none",
            InputMode.TILES,
            "fp32",
            List.of(
                new OperatingPoint(
                    Statistic.AREA,
                    0.05,
                    0.5,
                    new Rate(0.02, 0.01, 0.05),
                    null,
                    "test images",
                    100,
                    "2026-01-02")),
            null,
            List.of(),
            List.of("Sees red only."),
            List.of(),
            false);
    ModelRegistry.publish(models, card, RedTerminal::weights);
    registry = new ModelRegistry(List.of(models));
  }

  private static void weights(Path target) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put("w", TensorSource.of(new long[] {1}, 1));
    SafetensorsWriter.write(target, tensors, new LinkedHashMap<>(), DType.F32);
  }

  /** A dark picture with a red rectangle, in which the detector sees two regions at most. */
  static Path picture(Path file) throws IOException {
    RgbImage red = RgbImage.black(150, 110);
    for (int y = 20; y < 70; y++) {
      for (int x = 30; x < 90; x++) {
        red.rgb()[(y * 150 + x) * 3] = (byte) 255;
      }
    }
    Files.createDirectories(file.getParent());
    return Files.write(file, Png.encode(red));
  }

  Run run(String... words) {
    InstantSource clock = InstantSource.system();
    Cancellation cancellation = new Cancellation();
    DetectorLoader loader = (model, request) -> new Red(drift);
    Versions versions = Versions.running("Palimpsest test", "engine 1");
    CaseReports reports = new CaseReports(registry, "Palimpsest test", clock);
    CaseCommand cases =
        new CaseCommand(
            List.of(
                new CaseCreateCommand(CLERK),
                new CaseAddCommand(CLERK, cancellation, clock),
                new CaseExamineCommand(
                    registry, loader, "red", versions, CLERK, cancellation, clock),
                new CaseConcludeCommand(CLERK),
                new CaseSignCommand(CLERK),
                new CaseVerifyCommand(CLERK, cancellation, clock),
                new CaseListCommand(CLERK),
                new CaseDemoCommand(
                    new Laboratory(registry, loader, "red", versions, List.of(), clock),
                    reports,
                    CLERK,
                    cancellation,
                    clock)));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Terminal(
                "Palimpsest test",
                List.of(
                    cases,
                    new ReportCommand(reports, CLERK, cancellation, clock),
                    new ReplayCommand(registry, loader, versions, cancellation, clock)))
            .writingTo(new PrintWriter(out), new PrintWriter(err))
            .run(words);
    return new Run(code, out.toString(), err.toString());
  }

  private record Red(float drift) implements Detector {
    @Override
    public int inputSize() {
      return INPUT;
    }

    @Override
    public int batchSize() {
      return 4;
    }

    @Override
    public List<InputPrediction> predict(List<RgbImage> inputs) {
      List<InputPrediction> answers = new ArrayList<>();
      for (RgbImage input : inputs) {
        float[] map = new float[INPUT * INPUT];
        for (int i = 0; i < map.length; i++) {
          map[i] = Math.min(1, (input.rgb()[i * 3] & 0xff) / 255f + drift);
        }
        answers.add(new InputPrediction(0, 0, new FloatMap(INPUT, INPUT, map)));
      }
      return answers;
    }

    @Override
    public String device() {
      return "cpu";
    }

    @Override
    public String precision() {
      return "fp32";
    }

    @Override
    public void close() {}
  }
}
