/** The evidence list: every exhibit of a case at a glance, the most suspect first. */
@NullMarked
package org.palimpsest.ui.triage;

import org.jspecify.annotations.NullMarked;
