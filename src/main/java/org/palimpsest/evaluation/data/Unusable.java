package org.palimpsest.evaluation.data;

import java.nio.file.Path;

/**
 * A file of a data set that cannot be measured. It is a row with a reason and never ends the
 * measurement.
 *
 * @param set the set it belongs to
 * @param file the picture, or the mask without one
 * @param code short and stable, for example {@code EVA-04}
 * @param reason one sentence
 */
public record Unusable(String set, Path file, String code, String reason) {}
