@NullMarked
package org.palimpsest.tasks;

import org.jspecify.annotations.NullMarked;
