/** Readers and writers of checkpoint formats: named tensors and nothing else. */
@NullMarked
package org.palimpsest.registry.format;

import org.jspecify.annotations.NullMarked;
