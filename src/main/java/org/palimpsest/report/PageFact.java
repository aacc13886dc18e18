package org.palimpsest.report;

/** A labelled value on the page. */
public record PageFact(String label, String value) {}
