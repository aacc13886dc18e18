/** What a report is made of, read out of a case, with sources protected where asked. */
@NullMarked
package org.palimpsest.report.data;

import org.jspecify.annotations.NullMarked;
