/**
 * The public benchmark of agenda optimisation: conferences of the library CoSPLib (Kheiri, Pylyavskyy, Jacko; GECCO '25
 * Companion, doi 10.1145/3712255.3726570) read from their workbooks, solved, and told with cost and bound.
 *
 * <p>The road: {@link org.caravanserai.agenda.optimiser.conference.ConferenceFile} reads a
 * {@link org.caravanserai.agenda.optimiser.conference.Conference};
 * {@link org.caravanserai.agenda.optimiser.conference.ConferenceSolver} makes a
 * {@link org.caravanserai.agenda.optimiser.conference.Timetable};
 * {@link org.caravanserai.agenda.optimiser.conference.Objective}, which shares nothing with the solver, says what it costs.
 */
@NullMarked
package org.caravanserai.agenda.optimiser.conference;

import org.jspecify.annotations.NullMarked;
