/** Metrics of detection and localization. */
@NullMarked
package org.palimpsest.evaluation;

import org.jspecify.annotations.NullMarked;
