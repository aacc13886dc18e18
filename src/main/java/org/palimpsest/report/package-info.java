/** An examination as overlays, maps, tables and a page. */
@NullMarked
package org.palimpsest.report;

import org.jspecify.annotations.NullMarked;
