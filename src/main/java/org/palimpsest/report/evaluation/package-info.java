/** An evaluation as text, tables and a page. */
@NullMarked
package org.palimpsest.report.evaluation;

import org.jspecify.annotations.NullMarked;
