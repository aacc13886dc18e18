/**
 * Makes the installers out of the built program: a tool of the build, like {@code SourceFormat},
 * and its tests. The profile {@code installer} of the pom runs it.
 */
@NullMarked
package org.palimpsest.installer;

import org.jspecify.annotations.NullMarked;
