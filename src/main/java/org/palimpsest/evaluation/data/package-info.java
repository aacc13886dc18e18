/** Labelled pictures on disk, in the layouts the field uses. */
@NullMarked
package org.palimpsest.evaluation.data;

import org.jspecify.annotations.NullMarked;
