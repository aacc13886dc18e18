/** From a prediction to a map in image coordinates: regions, colour map, overlay. */
@NullMarked
package org.palimpsest.heatmap;

import org.jspecify.annotations.NullMarked;
