package org.palimpsest.casework;

/**
 * The class scores of one input, as the network gave them.
 *
 * @param x left edge in the image
 * @param y upper edge in the image
 * @param width pixels of the image it covers across; tiles at an edge may reach past it
 * @param height pixels of the image it covers down
 * @param realLogit class logit of "real"
 * @param fakeLogit class logit of "fake"
 * @param score softmax for "fake", 0..1; not a probability
 */
public record InputScore(
    int x, int y, int width, int height, float realLogit, float fakeLogit, float score) {}
