package org.palimpsest.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.DetectorRequest;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Examined;
import org.palimpsest.casework.PredictionException;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.report.replay.NotRepeatedException;
import org.palimpsest.report.replay.Replay;
import org.palimpsest.tasks.Progress;
import org.palimpsest.vision.Detector;

/**
 * Examines exhibits once more under reported conditions. A model is looked up by the SHA-256 of its
 * weights, whatever it is called; the one used last stays loaded.
 */
public final class RepeatedExaminations implements Replay.Examiner {
  /** What one loaded detector serves. */
  private record Key(String modelSha256, String device, String precision) {}

  private record Loaded(Key key, RegisteredModel model, Detector detector) {}

  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final @Nullable String device;
  private final Versions versions;
  private final InstantSource clock;
  private @Nullable Loaded loaded;

  /**
   * Nothing is loaded yet.
   *
   * @param device where to compute; null for the device of the record
   */
  public RepeatedExaminations(
      ModelRegistry registry,
      DetectorLoader loader,
      @Nullable String device,
      Versions versions,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.device = device;
    this.versions = versions;
    this.clock = clock;
  }

  @Override
  public Examined examine(Path file, ExaminationRecord reported) throws NotRepeatedException {
    Conditions before = reported.conditions();
    Loaded ready = ready(before);
    Detector detector = ready.detector();
    if (detector.inputSize() != before.inputSize()) {
      throw new NotRepeatedException(
          "the model's input has %d pixels a side, not %d as reported"
              .formatted(detector.inputSize(), before.inputSize()),
          null);
    }
    Conditions now =
        new Conditions(
            before.model(),
            before.modelSha256(),
            before.mode(),
            before.inputSize(),
            before.overlap(),
            detector.device(),
            detector.precision(),
            before.threshold(),
            before.thresholdSource(),
            versions.program());
    Examination examination =
        new Examination(
            detector,
            now,
            new VerdictRule(ready.model().card()),
            versions,
            reported.commandLine(),
            clock);
    try {
      Optional<Examined> examined = examination.run(file, Progress.unwatched());
      return examined.orElseThrow();
    } catch (EvidenceException | DecodeException | PredictionException e) {
      throw new NotRepeatedException(String.valueOf(e.getMessage()), e);
    }
  }

  private Loaded ready(Conditions conditions) throws NotRepeatedException {
    Key key =
        new Key(
            conditions.modelSha256(),
            device == null ? conditions.device() : device,
            conditions.precision());
    if (loaded == null || !loaded.key().equals(key)) {
      close();
      loaded = load(key);
    }
    return loaded;
  }

  private Loaded load(Key key) throws NotRepeatedException {
    try {
      for (RegisteredModel model : registry.list().models()) {
        if (model.card().weightsSha256().equals(key.modelSha256())) {
          return new Loaded(
              key,
              model,
              loader.load(
                  model.verify(),
                  new DetectorRequest(key.device(), key.precision(), OptionalInt.empty())));
        }
      }
    } catch (ModelException | DeviceException e) {
      throw new NotRepeatedException(String.valueOf(e.getMessage()), e);
    }
    throw new NotRepeatedException(
        "no model whose weights have SHA-256 %s is on this machine".formatted(key.modelSha256()),
        null);
  }

  @Override
  public void close() {
    if (loaded != null) {
      loaded.detector().close();
      loaded = null;
    }
  }
}
