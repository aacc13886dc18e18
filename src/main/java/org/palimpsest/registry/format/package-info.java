/**
 * Readers and writers of checkpoint formats: named tensors and nothing else. {@link
 * org.palimpsest.registry.format.CheckpointFile} opens any of them.
 */
@NullMarked
package org.palimpsest.registry.format;

import org.jspecify.annotations.NullMarked;
