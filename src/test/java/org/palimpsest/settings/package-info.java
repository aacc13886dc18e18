@NullMarked
package org.palimpsest.settings;

import org.jspecify.annotations.NullMarked;
