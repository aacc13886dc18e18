/** Training samples: photographs, forgery synthesis, augmentation, edge masks. */
@NullMarked
package org.palimpsest.training.data;

import org.jspecify.annotations.NullMarked;
