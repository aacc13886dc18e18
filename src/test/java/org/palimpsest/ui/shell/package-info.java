@NullMarked
package org.palimpsest.ui.shell;

import org.jspecify.annotations.NullMarked;
