@NullMarked
package org.palimpsest.evaluation;

import org.jspecify.annotations.NullMarked;
