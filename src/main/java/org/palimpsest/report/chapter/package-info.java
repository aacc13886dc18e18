/** From data to chapters: the report's words and their order. */
@NullMarked
package org.palimpsest.report.chapter;

import org.jspecify.annotations.NullMarked;
