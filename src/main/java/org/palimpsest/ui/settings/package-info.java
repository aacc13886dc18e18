/** The dialog in which a person sets the program up. */
@NullMarked
package org.palimpsest.ui.settings;

import org.jspecify.annotations.NullMarked;
