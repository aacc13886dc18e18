/** Help in plain language: a page per view, the keys, the first-run tour. */
@NullMarked
package org.palimpsest.ui.help;

import org.jspecify.annotations.NullMarked;
