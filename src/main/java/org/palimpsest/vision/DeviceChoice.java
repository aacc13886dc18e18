package org.palimpsest.vision;

import ai.djl.Device;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a network runs.
 *
 * @param gpu number of the GPU, or -1 for the CPU
 * @param reason why, one sentence
 */
public record DeviceChoice(int gpu, String reason) {
  private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

  /**
   * Chooses a device.
   *
   * @param wanted {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   * @throws DeviceException if a GPU is wanted that the engine cannot use
   */
  public static DeviceChoice of(String wanted, DeviceProbe probe) throws DeviceException {
    if (wanted.equals("cpu")) {
      return new DeviceChoice(-1, "The CPU was asked for.");
    }
    int count = probe.gpus();
    if (wanted.equals("auto")) {
      return count > 0
          ? new DeviceChoice(0, "The engine can use a GPU.")
          : new DeviceChoice(-1, "The engine finds no GPU it can use.");
    }
    Matcher matcher = GPU.matcher(wanted);
    if (!matcher.matches()) {
      throw new DeviceException("A device is auto, cpu or gpu:N, not %s.".formatted(wanted), null);
    }
    int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (number >= count) {
      throw new DeviceException(
          count == 0
              ? "A GPU was asked for, but the engine finds none it can use; doctor says what is"
                  + " missing."
              : "gpu:%d was asked for, but the engine finds only %d.".formatted(number, count),
          null);
    }
    return new DeviceChoice(number, "gpu:%d was asked for.".formatted(number));
  }

  /** Whether it is a GPU. */
  public boolean isGpu() {
    return gpu >= 0;
  }

  /** As written in records: {@code cpu} or {@code gpu:N}. */
  public String word() {
    return isGpu() ? "gpu:" + gpu : "cpu";
  }

  Device device() {
    return isGpu() ? Device.gpu(gpu) : Device.cpu();
  }
}
