package org.palimpsest.heatmap;

/**
 * A corner of the pixel grid: (0, 0) is the upper left corner of the upper left pixel, (width,
 * height) the lower right corner of the last one.
 */
public record Point(int x, int y) {}
