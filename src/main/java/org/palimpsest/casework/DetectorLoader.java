package org.palimpsest.casework;

import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.vision.Detector;

/** Loads a verified model onto a device; the composition root says how. */
public interface DetectorLoader {
  /**
   * The loaded model; the caller closes it.
   *
   * @throws ModelException when the weights do not fit the network
   * @throws DeviceException when the device or precision asked for is not there
   */
  Detector load(RegisteredModel model, DetectorRequest request)
      throws ModelException, DeviceException;
}
