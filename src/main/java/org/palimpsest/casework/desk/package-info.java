/** Work on a case behind the window: files come in, examinations wait, run and are kept. */
@NullMarked
package org.palimpsest.casework.desk;

import org.jspecify.annotations.NullMarked;
