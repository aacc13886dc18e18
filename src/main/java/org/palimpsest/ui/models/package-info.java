/** Choosing a model and how it examines. */
@NullMarked
package org.palimpsest.ui.models;

import org.jspecify.annotations.NullMarked;
