package org.palimpsest.casework;

/**
 * How long the stages took, in seconds of wall clock.
 *
 * @param read reading and hashing the file
 * @param decode decoding and preparing the inputs
 * @param predict the network; its share of the passes that inputs of several images had in common
 * @param map blending, resizing and measuring the map
 */
public record StageSeconds(double read, double decode, double predict, double map) {}
