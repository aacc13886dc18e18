/** What a report says, as chapters of plain blocks; no block knows how it will be shown. */
@NullMarked
package org.palimpsest.report.document;

import org.jspecify.annotations.NullMarked;
