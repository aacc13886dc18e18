/**
 * Published files from their servers: the only part of the program that opens a connection, and
 * only on the user's word.
 */
@NullMarked
package org.palimpsest.registry.download;

import org.jspecify.annotations.NullMarked;
