package org.palimpsest.settings;

/**
 * Where the window was when it was last closed, in screen units.
 *
 * @param left share of the width left of the list's divider, 0..1
 * @param right share of the width left of the inspector's divider, 0..1
 */
public record WindowPlacement(
    double x,
    double y,
    double width,
    double height,
    boolean maximised,
    double left,
    double right) {}
