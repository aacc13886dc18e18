package org.palimpsest.ui.fx.picture;

/**
 * A place in a picture, in its original pixels: (0, 0) is the upper left corner of the upper left
 * pixel, (0.5, 0.5) that pixel's middle.
 */
public record PicturePoint(double x, double y) {}
