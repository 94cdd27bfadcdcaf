package org.caravanserai.review.reviewing;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.mail.ConcealedMatters;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.springframework.stereotype.Component;

/** Which proposals a conflict of interest hides from the acting person. */
@Component
public class HiddenProposals implements ConcealedMatters {

    private final Conflicts conflicts;
    private final Access access;

    HiddenProposals(Conflicts conflicts, Access access) {
        this.conflicts = conflicts;
        this.access = access;
    }

    /** The keys of those of a meeting; none for the system. */
    public Set<UUID> hiddenFromMe(MeetingId meeting) {
        return access.me()
                .map(me -> conflicts.findByMeetingAndPerson(meeting.value(), me.value()).stream()
                        .filter(Conflict::isStanding)
                        .map(c -> c.proposal().value())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    @Override
    public Set<UUID> concealedFromMe(Collection<UUID> meetings) {
        return access.me()
                .filter(me -> !meetings.isEmpty())
                .map(me -> conflicts.findByPersonAndMeetingInAndStandingTrue(me.value(), meetings).stream()
                        .map(c -> c.proposal().value())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** What stands for the acting person in the SQL of {@link ReviewSql}; nobody's key for the system. */
    public UUID me() {
        return access.me().map(PersonId::value).orElse(ReviewPlan.ALL_TYPES);
    }
}
