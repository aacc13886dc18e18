@NullMarked
package org.palimpsest.ui.fx;

import org.jspecify.annotations.NullMarked;
