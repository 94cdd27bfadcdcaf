/**
 * The one engine that knows what is wrong with an agenda: plain Java over facts and intervals, told of one move at a time,
 * without a database. The board, the optimiser, the import and the publication all judge by it.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("conflict")
package org.caravanserai.agenda.conflict;

import org.jspecify.annotations.NullMarked;
