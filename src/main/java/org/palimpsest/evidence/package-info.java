/** A file as an exhibit: its bytes read once, SHA-256, size, type. */
@NullMarked
package org.palimpsest.evidence;

import org.jspecify.annotations.NullMarked;
