/** What makes a pile of pictures a case: what is known of it, findings, custody, reports. */
@NullMarked
package org.palimpsest.ui.casefile;

import org.jspecify.annotations.NullMarked;
