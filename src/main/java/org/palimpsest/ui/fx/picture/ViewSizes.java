package org.palimpsest.ui.fx.picture;

/**
 * A picture and the viewport it is seen through.
 *
 * @param width pixels of the picture
 * @param height pixels of the picture
 * @param viewWidth units of the viewport
 * @param viewHeight units of the viewport
 */
public record ViewSizes(double width, double height, double viewWidth, double viewHeight) {}
