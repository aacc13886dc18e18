package org.palimpsest.vision;

import java.util.function.Supplier;

/**
 * Where and how exactly a model runs, and why.
 *
 * @param reason why this device and precision, as a sentence for people
 */
public record DeviceChoice(ComputeDevice device, Precision precision, String reason) {
  /** Below this the measurement's scatter could decide; full precision is preferred. */
  private static final double WORTHWHILE = 1.15;

  /** CUDA multiplies bfloat16 in hardware from compute capability 8.0 on. */
  private static final int CAPABLE = 80;

  /**
   * Decides.
   *
   * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   * @param precision {@code auto}, {@code fp32} or {@code bf16}
   * @param usual precision of the model's card, or {@code auto}: what was measured of the model was
   *     measured so
   * @param speedup measures how many times as fast as fp32 bf16 is on the CPU; asked only if need
   *     be
   * @throws UnavailableException if the machine cannot do what is asked for
   */
  public static DeviceChoice of(
      String device, String precision, String usual, DeviceProbe probe, Supplier<Double> speedup)
      throws UnavailableException {
    Where where = where(device, probe);
    String wanted = precision.equals("auto") ? usual : precision;
    String because =
        wanted.equals("auto") ? "" : precision.equals("auto") ? "the model's card" : "the request";
    return switch (wanted) {
      case "fp32" -> where.with(Precision.FP32, "fp32 by " + because);
      case "bf16" -> where.with(Precision.BF16, "bf16 by " + because);
      case "fp16" ->
          throw new UnavailableException(
              "The precision fp16 is not offered: the network's half precision is bf16.");
      case "auto" -> where.device().isGpu() ? onGpu(where, probe) : onCpu(where, speedup.get());
      default -> throw new UnavailableException("There is no precision " + wanted + ".");
    };
  }

  private record Where(ComputeDevice device, String reason) {
    DeviceChoice with(Precision precision, String why) {
      return new DeviceChoice(device, precision, reason + "; " + why);
    }
  }

  private static Where where(String request, DeviceProbe probe) throws UnavailableException {
    if (request.equals("cpu")) {
      return new Where(ComputeDevice.CPU, "cpu by the request");
    }
    int gpus = probe.gpus();
    if (request.equals("auto")) {
      return gpus > 0
          ? new Where(new ComputeDevice(0), "gpu:0, since the engine can use it")
          : new Where(ComputeDevice.CPU, "cpu, since the engine finds no usable GPU");
    }
    if (!request.matches("gpu(:\\d{1,3})?")) {
      throw new UnavailableException("There is no device " + request + ".");
    }
    int number = request.equals("gpu") ? 0 : Integer.parseInt(request.substring(4));
    if (number >= gpus) {
      throw new UnavailableException(
          gpus == 0
              ? "There is no %s: the engine finds no usable GPU; \"palimpsest doctor\" says what is"
                      .formatted(request)
                  + " missing."
              : "There is no %s: the engine finds %d, counted from 0.".formatted(request, gpus));
    }
    return new Where(new ComputeDevice(number), "gpu:%d by the request".formatted(number));
  }

  private static DeviceChoice onGpu(Where where, DeviceProbe probe) {
    int capability = probe.computeCapability(where.device().gpu());
    String words = "compute capability %.1f".formatted(capability / 10.0);
    return capability >= CAPABLE
        ? where.with(Precision.BF16, "bf16, since " + words + " has it in hardware")
        : where.with(Precision.FP32, "fp32, since " + words + " lacks bf16 in hardware");
  }

  private static DeviceChoice onCpu(Where where, double speedup) {
    String words = "bf16 took 1/%.2f of the time of fp32 when measured".formatted(speedup);
    return speedup >= WORTHWHILE
        ? where.with(Precision.BF16, "bf16, since " + words)
        : where.with(Precision.FP32, "fp32, since " + words);
  }
}
