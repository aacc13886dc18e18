/** Tests of the evidence list. */
@NullMarked
package org.palimpsest.ui.triage;

import org.jspecify.annotations.NullMarked;
