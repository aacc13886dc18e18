package org.palimpsest.heatmap;

/** An upright rectangle of whole pixels in image coordinates. */
public record Box(int x, int y, int width, int height) {}
