/** Tests of the case file in the window. */
@NullMarked
package org.palimpsest.ui.casefile;

import org.jspecify.annotations.NullMarked;
