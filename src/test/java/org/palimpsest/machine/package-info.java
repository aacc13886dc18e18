/** Tests of what is known of the installation and the machine before anything is started. */
@NullMarked
package org.palimpsest.machine;

import org.jspecify.annotations.NullMarked;
