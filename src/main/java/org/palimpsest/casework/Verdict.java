package org.palimpsest.casework;

/**
 * An outcome with the one sentence that says why.
 *
 * @param reason what was compared with what, or what is missing for a comparison
 */
public record Verdict(Outcome outcome, String reason) {}
