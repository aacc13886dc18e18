package org.palimpsest.evaluation;

import java.time.Instant;
import org.palimpsest.registry.InputMode;

/**
 * What a measurement was made with, so that it can be repeated.
 *
 * @param model name of the model
 * @param weightsSha256 digest of its weights
 * @param mode how a picture is put before the network
 * @param device device in words
 * @param precision number format in words
 * @param program this program, with its version
 * @param commandLine the command, word by word
 * @param at when it ended
 * @param falseAlarmTarget share of authentic pictures that the operating point was allowed to flag
 * @param mostMisses the miss rate that an envelope's interval may reach at most
 * @param bootstrap seed and number of resamples
 */
public record RunFacts(
    String model,
    String weightsSha256,
    InputMode mode,
    String device,
    String precision,
    String program,
    String commandLine,
    Instant at,
    double falseAlarmTarget,
    double mostMisses,
    Bootstrap bootstrap) {}
