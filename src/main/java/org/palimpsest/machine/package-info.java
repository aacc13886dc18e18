/** This installation and what the machine offers a window: display, libraries, fonts. */
@NullMarked
package org.palimpsest.machine;

import org.jspecify.annotations.NullMarked;
