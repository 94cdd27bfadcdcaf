/** Finds what cannot be in an agenda: plain Java over intervals, told of one move at a time, without a database. */
@NullMarked
package org.caravanserai.agenda.conflict;

import org.jspecify.annotations.NullMarked;
