@NullMarked
package org.palimpsest.casework.store;

import org.jspecify.annotations.NullMarked;
