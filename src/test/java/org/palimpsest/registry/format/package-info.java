@NullMarked
package org.palimpsest.registry.format;

import org.jspecify.annotations.NullMarked;
