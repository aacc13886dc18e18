@NullMarked
package org.palimpsest.ui.dialogs;

import org.jspecify.annotations.NullMarked;
