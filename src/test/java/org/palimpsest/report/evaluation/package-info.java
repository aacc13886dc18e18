@NullMarked
package org.palimpsest.report.evaluation;

import org.jspecify.annotations.NullMarked;
