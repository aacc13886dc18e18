/** Drawing on an exhibit: shapes, painted masks, labels, notes, and masks for training. */
@NullMarked
package org.palimpsest.ui.annotation;

import org.jspecify.annotations.NullMarked;
