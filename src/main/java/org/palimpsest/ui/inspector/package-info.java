/** Everything that is known of one exhibit and of every examination of it. */
@NullMarked
package org.palimpsest.ui.inspector;

import org.jspecify.annotations.NullMarked;
