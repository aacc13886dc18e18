/** The program's entrance and its one composition root. */
@NullMarked
package org.palimpsest;

import org.jspecify.annotations.NullMarked;
