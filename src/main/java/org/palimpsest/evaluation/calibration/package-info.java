/** From a statistic to a probability, and how far that can be believed. */
@NullMarked
package org.palimpsest.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
