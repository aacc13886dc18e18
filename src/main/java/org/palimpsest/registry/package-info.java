/** Models on disk: card, checkpoint, fingerprint. */
@NullMarked
package org.palimpsest.registry;

import org.jspecify.annotations.NullMarked;
