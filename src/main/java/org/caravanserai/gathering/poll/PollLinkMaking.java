package org.caravanserai.gathering.poll;

import java.time.Clock;
import org.caravanserai.people.OneTimeSecret;
import org.springframework.stereotype.Component;

/** Makes personal links. A guest has a few at a time, one for each message to her; the oldest go. */
@Component
class PollLinkMaking {

    private static final int MOST = 12;

    private final PollLinks links;
    private final Clock clock;

    PollLinkMaking(PollLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A further link for a guest. */
    OneTimeSecret make(PollGuest guest) {
        var secret = OneTimeSecret.random();
        var before = links.findByGuestOrderByIdDesc(guest.key());
        if (before.size() >= MOST) {
            links.deleteAll(before.subList(MOST - 1, before.size()));
        }
        links.save(new PollLink(guest, secret, clock.instant()));
        return secret;
    }
}
