/** What the viewer and what is drawn on it have in common: where a picture lies on the screen. */
@NullMarked
package org.palimpsest.ui.fx.picture;

import org.jspecify.annotations.NullMarked;
