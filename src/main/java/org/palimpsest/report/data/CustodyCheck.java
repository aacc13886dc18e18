package org.palimpsest.report.data;

/**
 * What verifying a case gave.
 *
 * @param holds whether the audit log and everything it speaks of hold
 * @param result one sentence
 */
public record CustodyCheck(boolean holds, String result) {}
