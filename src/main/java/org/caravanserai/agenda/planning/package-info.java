/**
 * Lets the optimiser work on a meeting's real agenda: reads sessions, rooms, times and people into its problem, runs it in
 * the background, shows what would change before anything does, and keeps scenarios beside the working agenda. The board is
 * changed only by moves that an organiser adopts, all or none.
 */
@NullMarked
@NamedInterface("planning")
package org.caravanserai.agenda.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
