/** The MaskCLIP network alone: it knows tensors, neither files nor images. */
@NullMarked
package org.palimpsest.vision.maskclip;

import org.jspecify.annotations.NullMarked;
