/** What the window asks and says in dialogs, behind one interface, so that tests can answer. */
@NullMarked
package org.palimpsest.ui.dialogs;

import org.jspecify.annotations.NullMarked;
