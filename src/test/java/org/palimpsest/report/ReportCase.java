package org.palimpsest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.palimpsest.casework.Batch;
import org.palimpsest.casework.BatchLimits;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseSink;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.casework.store.Support;
import org.palimpsest.heatmap.Box;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.InputPrediction;

/** A case to report on: real files, a real case file, and a detector to which red is "edited". */
final class ReportCase implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  static final Actor ADA = new Actor("Ada Examiner", "Palimpsest test", InstantSource.fixed(NOON));
  static final int INPUT = 64;

  private record Sizes(int size) {}

  final Path folder;
  final CaseFile file;
  final ModelRegistry registry;
  final RegisteredModel model;

  ReportCase(Path folder) throws CaseException, ModelException, IOException {
    this.folder = folder;
    Path models = folder.resolve("models");
    model = ModelRegistry.publish(models, card(), ReportCase::weights);
    registry = new ModelRegistry(List.of(models));
    Files.createDirectories(folder.resolve("exhibits"));
    file =
        CaseFile.create(
            folder.resolve("harbour.palimpsest"),
            new CaseDetails(
                "Harbour pictures",
                "2026-17",
                "Ada Examiner",
                "District court of Somewhere, chamber 3",
                "Was the boat in the picture put in or changed afterwards?",
                List.of(
                    "The picture shows the harbour as it was recorded by a camera.",
                    "A part of the picture was generated or regenerated afterwards."),
                ""),
            ADA);
  }

  private static void weights(Path target) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put("w", TensorSource.of(new long[] {1}, 1));
    SafetensorsWriter.write(target, tensors, new LinkedHashMap<>(), DType.F32);
  }

  static ModelCard card() {
    return new ModelCard(
        "red",
        "Sees red",
        "Marks what is red.",
        Configuration.of(new Sizes(INPUT)),
        "",
        "made up for tests",
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
                new Rate(0.4, 0.3, 0.5),
                "test images",
                100,
                "2026-01-02")),
        null,
        List.of(),
        List.of("Sees red only."),
        List.of("Nobody, Red is edited, 2026."),
        false);
  }

  /** Writes a picture with or without a red area beside the others. */
  Path picture(String name, boolean red, long seed) throws IOException {
    RgbImage image = TestImages.photograph(300, 220, seed);
    if (red) {
      for (int y = 40; y < 140; y++) {
        for (int x = 60; x < 180; x++) {
          image.rgb()[(y * 300 + x) * 3] = (byte) 255;
        }
      }
    }
    return Files.write(folder.resolve("exhibits").resolve(name), Png.encode(image));
  }

  /** Adds files with a receipt and examines them. */
  void examine(Path... files) throws CaseException, OutputException {
    examine(
        new Receipt(
            "e-mail", "Jane Source", NOON, "Ada Examiner", "original-by-jane.png", "by request"),
        files);
  }

  void examine(Receipt receipt, Path... files) throws CaseException, OutputException {
    List<Long> ids = file.exhibits().add(List.of(files), receipt, Storage.REFERENCE).exhibits();
    for (long id : ids) {
      file.intake().receive(id);
    }
    file.queue().add(ids, ExaminationRequest.usual());
    try (CaseSink sink = file.queue().sink(file.queue().jobs())) {
      new Batch(examination(), sink, BatchLimits.of(4, 2, 1L << 28))
          .run(sink.files(), Progress.unwatched());
    }
  }

  Examination examination() {
    return new Examination(
        new Red(),
        new Conditions(
            "red",
            model.card().weightsSha256(),
            InputMode.TILES,
            INPUT,
            16,
            "cpu",
            "fp32",
            0.5f,
            "the operating point of the model's card",
            "Palimpsest test"),
        new VerdictRule(model.card()),
        new Versions("Palimpsest test", "engine 1", "Java 25", "test system"),
        List.of("palimpsest", "case", "examine", folder.toString()),
        InstantSource.fixed(NOON));
  }

  /** Records a finding of the item, signed by a second reader and released. */
  void conclude(int item, Outcome conclusion) throws CaseException {
    ExhibitRow row = row(item);
    Finding finding =
        file.findings()
            .add(
                row.id(),
                new FindingDraft(
                    conclusion,
                    Support.MODERATE,
                    "The marked area follows the outline of the boat and its texture differs from"
                        + " the water around it.",
                    List.of(
                        new FindingRegion(
                            "the boat", new Box(60, 40, 120, 100), List.of(), 1, null)),
                    row.latest() == null ? null : row.latest().examination()));
    file.findings().sign(finding.id(), "Ben Reader", "I agree.");
    file.findings().release(finding.id());
  }

  ExhibitRow row(int item) throws CaseException {
    return file.exhibits().rows().stream()
        .filter(row -> row.item() == item)
        .findFirst()
        .orElseThrow();
  }

  CaseReports reports() {
    return new CaseReports(registry, "Palimpsest test", InstantSource.fixed(NOON));
  }

  ReportRequest request(Path out, ReportFormat... formats) {
    return new ReportRequest(
        out, Set.of(formats), Selection.ofAll(), SourceProtection.none(), false);
  }

  WrittenReport write(Path out, ReportFormat... formats) throws Exception {
    return reports().write(file, request(out, formats), Progress.unwatched());
  }

  @Override
  public void close() {
    file.close();
  }

  /** Stands for the network: red is "edited". */
  static final class Red implements Detector {
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
          int red = input.rgb()[i * 3] & 0xff;
          map[i] = red == 255 ? 0.9f : red / 1024f;
        }
        answers.add(new InputPrediction(0.25f, 0.5f, new FloatMap(INPUT, INPUT, map)));
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
