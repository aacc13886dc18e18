package org.palimpsest.casework.store;

/**
 * A word the examiner marks exhibits with.
 *
 * @param colour as {@code #rrggbb}
 */
public record Tag(long id, String name, String colour) {}
