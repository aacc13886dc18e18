/** The case file: exhibits, examinations, findings and the audit log in one SQLite file. */
@NullMarked
package org.palimpsest.casework.store;

import org.jspecify.annotations.NullMarked;
