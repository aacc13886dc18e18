/** Tests of the detector. */
@NullMarked
package org.palimpsest.vision;

import org.jspecify.annotations.NullMarked;
