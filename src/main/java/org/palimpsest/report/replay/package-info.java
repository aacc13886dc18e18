/** Bundles that let anybody compute a report's results again and compare. */
@NullMarked
package org.palimpsest.report.replay;

import org.jspecify.annotations.NullMarked;
