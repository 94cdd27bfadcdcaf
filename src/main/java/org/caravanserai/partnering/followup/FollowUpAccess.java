package org.caravanserai.partnering.followup;

import java.util.UUID;
import org.caravanserai.people.Access;
import org.springframework.stereotype.Component;

/** Answers whose a follow-up is, for {@code @PreAuthorize("@followUpAccess.…")}. */
@Component("followUpAccess")
public class FollowUpAccess {

    private final StoredFollowUps followUps;
    private final Access access;

    FollowUpAccess(StoredFollowUps followUps, Access access) {
        this.followUps = followUps;
        this.access = access;
    }

    /** Whether it is the acting person's own. */
    public boolean mine(UUID followUp) {
        return access.me()
                .filter(me -> followUps.existsByIdAndPerson(followUp, me.value()))
                .isPresent();
    }
}
