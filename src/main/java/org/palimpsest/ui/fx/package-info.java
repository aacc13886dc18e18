/** What every feature of the window needs of JavaFX, knowing none of them. */
@NullMarked
package org.palimpsest.ui.fx;

import org.jspecify.annotations.NullMarked;
