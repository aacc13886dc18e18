/** Layers and operators that DJL lacks; the only door to calls that can kill the process. */
@NullMarked
package org.palimpsest.vision.nn;

import org.jspecify.annotations.NullMarked;
