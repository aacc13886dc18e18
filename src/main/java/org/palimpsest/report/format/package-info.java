/** One way of writing a report each: PDF, HTML, CSV, JSON, annotated pictures. */
@NullMarked
package org.palimpsest.report.format;

import org.jspecify.annotations.NullMarked;
