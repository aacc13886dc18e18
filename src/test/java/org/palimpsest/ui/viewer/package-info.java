@NullMarked
package org.palimpsest.ui.viewer;

import org.jspecify.annotations.NullMarked;
