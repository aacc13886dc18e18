/** Bytes to upright sRGB pixels and back; tiles, resampling, colour. */
@NullMarked
package org.palimpsest.imaging;

import org.jspecify.annotations.NullMarked;
