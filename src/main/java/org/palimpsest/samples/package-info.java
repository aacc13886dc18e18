/** Rendered sample pictures: procedural scenes, a simulated camera, known edits. */
@NullMarked
package org.palimpsest.samples;

import org.jspecify.annotations.NullMarked;
