/** The detector: preprocessing, batching, device, prediction. */
@NullMarked
package org.palimpsest.vision;

import org.jspecify.annotations.NullMarked;
