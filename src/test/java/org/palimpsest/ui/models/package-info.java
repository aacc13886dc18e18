/** Tests of choosing a model. */
@NullMarked
package org.palimpsest.ui.models;

import org.jspecify.annotations.NullMarked;
