@NullMarked
package org.palimpsest.ui.activity;

import org.jspecify.annotations.NullMarked;
