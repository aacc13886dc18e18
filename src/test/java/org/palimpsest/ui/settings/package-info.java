@NullMarked
package org.palimpsest.ui.settings;

import org.jspecify.annotations.NullMarked;
