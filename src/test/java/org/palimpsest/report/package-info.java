@NullMarked
package org.palimpsest.report;

import org.jspecify.annotations.NullMarked;
