@NullMarked
package org.palimpsest.ui.annotation;

import org.jspecify.annotations.NullMarked;
