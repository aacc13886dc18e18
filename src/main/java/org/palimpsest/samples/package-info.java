/** The shipped sample pictures: scenes rendered through a simulated camera. */
@NullMarked
package org.palimpsest.samples;

import org.jspecify.annotations.NullMarked;
