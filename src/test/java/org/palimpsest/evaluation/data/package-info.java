@NullMarked
package org.palimpsest.evaluation.data;

import org.jspecify.annotations.NullMarked;
