/** The geometry of what an examiner draws on an exhibit, and masks made of it. */
@NullMarked
package org.palimpsest.casework.drawing;

import org.jspecify.annotations.NullMarked;
