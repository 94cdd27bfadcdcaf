package org.caravanserai.programme;

import java.time.Instant;

/** From when on everyone may have a handout: its speaker decides. */
public enum HandoutShowing {
    NOT_PUBLIC,
    AT_ONCE,
    WITH_SESSION;

    /** Whether it is to be had while a session stands in the programme that begins then, called off or not. */
    public boolean isOpen(Instant start, boolean cancelled, Instant now) {
        return switch (this) {
            case NOT_PUBLIC -> false;
            case AT_ONCE -> true;
            case WITH_SESSION -> !cancelled && !now.isBefore(start);
        };
    }
}
