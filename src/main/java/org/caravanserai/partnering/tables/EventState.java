package org.caravanserai.partnering.tables;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a partnering event has come. */
public enum EventState {
    /** Organisers set it up; nobody else sees it. */
    DRAFT,
    /** People enlist and send wishes. */
    OPEN,
    /** Wishes are complete, and the tables can be filled. */
    CLOSED,
    /** Everybody knows whom she meets. */
    GIVEN_OUT,
    /** People meet. */
    RUNNING,
    /** It has been. */
    OVER;

    /** Where organisers may lead it from here. */
    public Set<EventState> next() {
        return switch (this) {
            case DRAFT -> Set.of(OPEN);
            case OPEN -> Set.of(DRAFT, CLOSED);
            case CLOSED -> Set.of(OPEN);
            case GIVEN_OUT -> Set.of(RUNNING);
            case RUNNING -> Set.of(OVER);
            case OVER -> Set.of(RUNNING);
        };
    }

    /** Those in which people know whom they meet. */
    static Set<EventState> givenOut() {
        return Arrays.stream(values()).filter(EventState::isGivenOut).collect(Collectors.toSet());
    }

    /** Whether people know whom they meet. */
    public boolean isGivenOut() {
        return this == GIVEN_OUT || this == RUNNING || this == OVER;
    }
}
