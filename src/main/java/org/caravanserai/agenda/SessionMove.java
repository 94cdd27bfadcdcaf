package org.caravanserai.agenda;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one session in a batch of moves.
 *
 * @param version the version of the place that was seen; null if the session was seen waiting
 * @param target where it is to be; empty to let it wait
 */
public record SessionMove(SessionId session, @Nullable Long version, Optional<AgendaSpot> target) {}
