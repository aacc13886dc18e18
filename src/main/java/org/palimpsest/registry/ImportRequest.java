package org.palimpsest.registry;

import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Sha256;

/**
 * What is to become of a checkpoint.
 *
 * @param name of the model
 * @param configuration the network's sizes; null: a published one, told by the shapes
 * @param sha256 digest that the file must have; null: any
 * @param provenance for the card
 * @param replace whether a model of the user's own with that name may be replaced
 */
public record ImportRequest(
    String name,
    @Nullable Configuration configuration,
    @Nullable Sha256 sha256,
    Provenance provenance,
    boolean replace) {}
