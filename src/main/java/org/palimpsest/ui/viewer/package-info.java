/** Looking at one picture and its localization map: zoom, overlay, threshold, comparison. */
@NullMarked
package org.palimpsest.ui.viewer;

import org.jspecify.annotations.NullMarked;
