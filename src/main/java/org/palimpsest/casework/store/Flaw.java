package org.palimpsest.casework.store;

/**
 * A place of a case that does not hold.
 *
 * @param place what it is, such as {@code audit entry 12} or {@code exhibit 3}
 * @param sentence what is wrong there
 */
public record Flaw(String place, String sentence) {}
