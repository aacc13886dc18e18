/** Tests of the script that starts Palimpsest. */
@NullMarked
package org.palimpsest.launcher;

import org.jspecify.annotations.NullMarked;
