package org.palimpsest.report;

import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.CaseRow;
import org.palimpsest.casework.Robustness;

/**
 * One line of the results.
 *
 * @param row what became of the file
 * @param artefacts files written for it; null when it failed
 * @param truth agreement with a known ground truth; null without one
 * @param robustness how the result holds for variants; null where it was not tried
 */
record ResultRow(
    CaseRow row,
    @Nullable Artefacts artefacts,
    @Nullable TruthComparison truth,
    @Nullable Robustness robustness) {}
