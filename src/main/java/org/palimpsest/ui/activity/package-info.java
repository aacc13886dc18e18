/** The work queue as a person sees it: what waits, runs, is done, failed, and how long it takes. */
@NullMarked
package org.palimpsest.ui.activity;

import org.jspecify.annotations.NullMarked;
