@NullMarked
package org.palimpsest.casework.desk;

import org.jspecify.annotations.NullMarked;
