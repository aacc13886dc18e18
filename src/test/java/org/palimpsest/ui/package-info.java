/** Tests of the window; what its features' tests share lies here. */
@NullMarked
package org.palimpsest.ui;

import org.jspecify.annotations.NullMarked;
