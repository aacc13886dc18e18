package org.palimpsest.vision;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.palimpsest.registry.ModelException;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.nn.Torch;

/** Decides where and how a model runs on this machine and loads it there. */
public final class DetectorFactory {
  private final DeviceProbe probe;

  /**
   * A factory for a machine.
   *
   * @param probe what the machine offers
   */
  public DetectorFactory(DeviceProbe probe) {
    this.probe = probe;
  }

  /**
   * Where and how a model of that configuration would run; see {@link DeviceChoice#of}.
   *
   * @throws UnavailableException if the machine cannot do what is asked for
   */
  public DeviceChoice choose(MaskClipConfig config, String device, String precision, String usual)
      throws UnavailableException {
    return DeviceChoice.of(device, precision, usual, probe, () -> speedup(config));
  }

  private static double speedup(MaskClipConfig config) {
    try (Torch torch = new Torch(ComputeDevice.CPU.engine())) {
      return new HalfTrial(config, torch).speedup();
    }
  }

  /**
   * The loaded model.
   *
   * @param batch inputs in one pass; empty: as many as the free memory suggests
   */
  public MaskClipDetector load(
      Path weights, MaskClipConfig config, DeviceChoice choice, OptionalInt batch)
      throws ModelException {
    int size = batch.isPresent() ? batch.getAsInt() : BatchSize.of(config, choice.device(), probe);
    return MaskClipDetector.load(weights, config, choice, size);
  }
}
