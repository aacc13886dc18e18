@NullMarked
package org.palimpsest.casework;

import org.jspecify.annotations.NullMarked;
