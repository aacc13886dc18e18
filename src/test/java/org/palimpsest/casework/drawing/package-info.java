@NullMarked
package org.palimpsest.casework.drawing;

import org.jspecify.annotations.NullMarked;
