/** Application directories, settings, message bundle, build facts. */
@NullMarked
package org.palimpsest.settings;

import org.jspecify.annotations.NullMarked;
