package org.palimpsest.casework;

import java.util.OptionalInt;

/**
 * How a person wants a model to run.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu:N}
 * @param precision {@code auto}, {@code fp32}, {@code bf16} or {@code fp16}
 * @param batch inputs in one pass; empty: as many as suit the device
 */
public record DetectorRequest(String device, String precision, OptionalInt batch) {}
