@NullMarked
package org.palimpsest.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
