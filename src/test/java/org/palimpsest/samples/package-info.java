@NullMarked
package org.palimpsest.samples;

import org.jspecify.annotations.NullMarked;
