package org.palimpsest.registry;

import java.util.function.Predicate;

/**
 * How the weights of a published network become a part of another one.
 *
 * @param title what the published network is called
 * @param prefix what its names get in front of them
 * @param initialised names (without the prefix) that the published network does not have; they keep
 *     their initial values
 * @param ignored names of the published network for which the other one has no use
 */
public record PretrainedPart(
    String title, String prefix, Predicate<String> initialised, Predicate<String> ignored) {}
