package org.palimpsest.casework.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.IntakeFacts;

/**
 * An exhibit with everything that was recorded when it came.
 *
 * @param row as a list shows it
 * @param content receipt and original place
 * @param facts what its bytes said when they were first read; null until then
 * @param receivedAt when they were first read; null until then
 */
public record Exhibit(
    ExhibitRow row,
    ExhibitContent content,
    @Nullable IntakeFacts facts,
    @Nullable Instant receivedAt) {}
