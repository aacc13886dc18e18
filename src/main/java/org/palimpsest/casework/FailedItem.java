package org.palimpsest.casework;

import java.time.Instant;

/**
 * A file that could not be examined.
 *
 * @param path where it was
 * @param code short stable code of the failure
 * @param reason one sentence for a person
 * @param at when it failed
 */
public record FailedItem(String path, String code, String reason, Instant at) implements CaseRow {}
