/** A training run: losses, optimizer, schedule, steps, checkpoints. */
@NullMarked
package org.palimpsest.training;

import org.jspecify.annotations.NullMarked;
