package org.caravanserai.agenda;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.text.PersonName;

/** What became of a batch of moves: all of it was done, or none. */
public sealed interface PlacingResult {

    /** The sessions it tells of. */
    Set<SessionId> sessions();

    /** All is done. */
    record Done(Set<SessionId> sessions) implements PlacingResult {}

    /**
     * Nothing is done: somebody had moved some of the sessions since the board showed them.
     *
     * @param lost those sessions, and who moved them
     */
    record Stale(List<Lost> lost) implements PlacingResult {

        @Override
        public Set<SessionId> sessions() {
            return lost.stream().map(Lost::session).collect(Collectors.toSet());
        }
    }

    /**
     * Nothing is done: the organisers forbid what it would make.
     *
     * @param conflicts the forbidden ones that the moved sessions would have
     */
    record Blocked(Set<SessionId> sessions, Set<Conflict> conflicts) implements PlacingResult {}

    /**
     * A session that somebody else moved.
     *
     * @param mover who it was; empty when the system did, as after a withdrawal
     */
    record Lost(SessionId session, Optional<PersonName> mover) {}
}
