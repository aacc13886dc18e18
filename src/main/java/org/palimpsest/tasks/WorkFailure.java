package org.palimpsest.tasks;

/**
 * Why a piece of work failed.
 *
 * @param code short and stable, for example {@code IMG-03}
 * @param sentence for a person
 */
public record WorkFailure(String code, String sentence) {}
