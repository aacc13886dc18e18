package org.palimpsest.report;

import java.time.Instant;
import org.palimpsest.registry.ModelCard;

/**
 * What the contact page says beside the rows.
 *
 * @param card the model's card
 * @param at when the page is written
 * @param notReached files that a cancelled run left for another
 */
public record PageFacts(ModelCard card, Instant at, int notReached) {}
