/**
 * How agendas are made, mended and explained, as mathematics. Knows neither tables nor people's names: sessions, rooms,
 * topics and people are numbers from zero, which the caller keeps in lists of its own.
 *
 * <p>The road: an {@link org.caravanserai.agenda.optimiser.AgendaProblem} says what is to be placed and what breaks of each
 * {@link org.caravanserai.agenda.optimiser.Rule} cost; an {@link org.caravanserai.agenda.optimiser.Agenda} tells its cost, and
 * that of every possible move, rule by rule; {@link org.caravanserai.agenda.optimiser.AgendaSearch} builds and improves;
 * {@link org.caravanserai.agenda.optimiser.LeastDisturbance} mends with the provably fewest moves;
 * {@link org.caravanserai.agenda.optimiser.Clashes} names demands that cannot be met together.
 * {@link org.caravanserai.agenda.optimiser.conference} solves the public benchmark of conferences.
 */
@NullMarked
package org.caravanserai.agenda.optimiser;

import org.jspecify.annotations.NullMarked;
