package org.palimpsest.casework.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.DetectorRequest;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.Examination;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.VerdictRule;
import org.palimpsest.casework.Versions;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.vision.Detector;

/**
 * Loads models and prepares examinations with them. The last model stays loaded, because the next
 * request usually asks for the same. Used by one thread at a time, but for {@link #loaded()}.
 */
public final class Laboratory implements AutoCloseable {
  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final String usualModel;
  private final Versions versions;
  private final List<String> commandLine;
  private final InstantSource clock;
  private volatile @Nullable Loaded loaded;

  /**
   * A laboratory without a model in it.
   *
   * @param usualModel name of the model where none is asked for
   * @param versions the running software, for the records
   * @param commandLine how the program was started, for the records
   */
  public Laboratory(
      ModelRegistry registry,
      DetectorLoader loader,
      String usualModel,
      Versions versions,
      List<String> commandLine,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.usualModel = usualModel;
    this.versions = versions;
    this.commandLine = List.copyOf(commandLine);
    this.clock = clock;
  }

  /**
   * A model in memory.
   *
   * @param model with the weights that were verified before they were loaded
   */
  public record Loaded(RegisteredModel model, DetectorRequest request, Detector detector) {
    private boolean serves(RegisteredModel other, DetectorRequest how) {
      return model.card().weightsSha256().equals(other.card().weightsSha256())
          && model.folder().equals(other.folder())
          && request.equals(how);
    }
  }

  /** The model in memory, if there is one. */
  public Optional<Loaded> loaded() {
    return Optional.ofNullable(loaded);
  }

  /** Name of the model where none is asked for. */
  public String usualModel() {
    return usualModel;
  }

  public ModelRegistry registry() {
    return registry;
  }

  /**
   * Examinations as a request asks for them.
   *
   * @throws ModelException when the model is not there, is not what its card says, or does not fit
   * @throws DeviceException when the device or precision asked for is not there
   */
  public Examination examination(ExaminationRequest request)
      throws ModelException, DeviceException {
    return examination(request, commandLine);
  }

  /**
   * The same for records that name another command line.
   *
   * @throws ModelException when the model is not there, is not what its card says, or does not fit
   * @throws DeviceException when the device or precision asked for is not there
   */
  public Examination examination(ExaminationRequest request, List<String> typed)
      throws ModelException, DeviceException {
    String name = request.model() == null ? usualModel : request.model();
    DetectorRequest how =
        new DetectorRequest(
            request.device() == null ? "auto" : request.device(),
            request.precision() == null ? "auto" : request.precision(),
            OptionalInt.empty());
    // Found anew every time: a model may have been removed, or its card replaced after measuring.
    RegisteredModel model = registry.find(name);
    Loaded present = loaded;
    Detector detector;
    if (present != null && present.serves(model, how)) {
      detector = present.detector();
    } else {
      unload();
      detector = loader.load(model.verify(), how);
    }
    loaded = new Loaded(model, how, detector);
    return new Examination(
        detector,
        Conditions.of(
            model.card(),
            detector,
            request.mode(),
            request.threshold(),
            "chosen by the examiner",
            versions.program()),
        new VerdictRule(model.card()),
        versions,
        typed,
        clock);
  }

  private void unload() {
    Loaded present = loaded;
    if (present != null) {
      loaded = null;
      present.detector().close();
    }
  }

  /** Frees the model; waits for the prediction in hand. */
  @Override
  public void close() {
    unload();
  }
}
