package org.palimpsest.evaluation;

import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.ValidatedEnvelope;

/**
 * What came of looking for a kind of picture on which a model misses little.
 *
 * @param envelope the kind; null where none was found
 * @param reason how it was found, or why there is none, one sentence
 * @param limit the most misses that the upper end of the interval may allow, 0..1
 */
public record EnvelopeFinding(@Nullable ValidatedEnvelope envelope, String reason, double limit) {}
