package org.palimpsest.casework.store;

import java.time.Instant;

/**
 * A second reader's agreement to one version of a finding.
 *
 * @param reader who read it
 * @param remark what the reader has to say; may be empty
 * @param at when
 */
public record SignOff(String reader, String remark, Instant at) {}
