/** Measures how quick the agenda's parts are; run by hand. */
@NullMarked
package org.caravanserai.agenda.benchmark;

import org.jspecify.annotations.NullMarked;
