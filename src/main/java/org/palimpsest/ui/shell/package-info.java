/** The main window: the only place where the features of the window meet. */
@NullMarked
package org.palimpsest.ui.shell;

import org.jspecify.annotations.NullMarked;
