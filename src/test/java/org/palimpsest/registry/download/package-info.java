@NullMarked
package org.palimpsest.registry.download;

import org.jspecify.annotations.NullMarked;
