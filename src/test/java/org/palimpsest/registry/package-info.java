@NullMarked
package org.palimpsest.registry;

import org.jspecify.annotations.NullMarked;
