@NullMarked
package org.palimpsest.ui.help;

import org.jspecify.annotations.NullMarked;
