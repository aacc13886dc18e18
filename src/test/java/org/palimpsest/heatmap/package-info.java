@NullMarked
package org.palimpsest.heatmap;

import org.jspecify.annotations.NullMarked;
