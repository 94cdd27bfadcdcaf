package org.caravanserai.agenda;

import java.util.Optional;
import org.caravanserai.text.PersonName;

/** What became of a move. */
public sealed interface PlacingResult {

    /** The session that was to be moved. */
    SessionId session();

    /** It is done. */
    record Done(SessionId session) implements PlacingResult {}

    /**
     * It is not done: somebody had moved the session since the board showed it.
     *
     * @param mover who it was; empty when the system did, as after a withdrawal
     */
    record Stale(SessionId session, Optional<PersonName> mover) implements PlacingResult {}
}
