package org.palimpsest.ui.fx;

/**
 * A key of the window as the shortcut sheet shows it.
 *
 * @param keys the keys as written on them, for example {@code Shift+N}
 * @param messageKey key of the words that say what it does
 */
public record Shortcut(String keys, String messageKey) {}
