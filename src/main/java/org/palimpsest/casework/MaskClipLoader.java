package org.palimpsest.casework;

import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.vision.Detector;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.DeviceChoice;
import org.palimpsest.vision.UnavailableException;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads models whose card describes a MaskCLIP network. */
public final class MaskClipLoader implements DetectorLoader {
  private static final Logger LOG = LoggerFactory.getLogger(MaskClipLoader.class);

  private final DetectorFactory factory;

  /**
   * A loader for this machine.
   *
   * @param factory knows the machine's devices
   */
  public MaskClipLoader(DetectorFactory factory) {
    this.factory = factory;
  }

  @Override
  public Detector load(RegisteredModel model, DetectorRequest request)
      throws ModelException, DeviceException {
    MaskClipConfig config = model.card().configuration(MaskClipConfig.class);
    DeviceChoice choice;
    try {
      choice =
          factory.choose(
              config, request.device(), request.precision(), model.card().defaultPrecision());
    } catch (UnavailableException e) {
      throw new DeviceException(String.valueOf(e.getMessage()), e);
    }
    LOG.info("{}: {}", model.card().name(), choice.reason());
    return factory.load(model.weights(), config, choice, request.batch());
  }
}
