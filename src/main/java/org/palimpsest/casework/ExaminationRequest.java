package org.palimpsest.casework;

import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.InputMode;

/**
 * What a person asks of an examination before a model is loaded; what is null is left to the
 * model's card and the machine.
 *
 * @param model name of the model; null for the usual one
 * @param mode how a picture is put before the network
 * @param threshold a pixel is marked above this map value, 0..1
 * @param device {@code cpu} or {@code gpu:N}
 * @param precision {@code fp32} or {@code bf16}
 */
public record ExaminationRequest(
    @Nullable String model,
    @Nullable InputMode mode,
    @Nullable Float threshold,
    @Nullable String device,
    @Nullable String precision) {
  /** Everything as the model's card and the machine suggest. */
  public static ExaminationRequest usual() {
    return new ExaminationRequest(null, null, null, null, null);
  }
}
