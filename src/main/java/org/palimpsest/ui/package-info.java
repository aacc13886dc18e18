/** The window, by feature: {@code ui.shell} puts them together, {@code ui.fx} serves them all. */
@NullMarked
package org.palimpsest.ui;

import org.jspecify.annotations.NullMarked;
