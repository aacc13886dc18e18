/** Tests of the inspector. */
@NullMarked
package org.palimpsest.ui.inspector;

import org.jspecify.annotations.NullMarked;
