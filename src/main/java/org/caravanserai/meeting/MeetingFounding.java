package org.caravanserai.meeting;

import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Stores a new meeting, however it came about. Whoever makes it becomes its organiser and may appoint others. */
@Component
@Internal
public class MeetingFounding {

    private final Meetings meetings;
    private final RoleGrants grants;
    private final Access access;
    private final ApplicationEventPublisher events;

    MeetingFounding(Meetings meetings, RoleGrants grants, Access access, ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.grants = grants;
        this.access = access;
        this.events = events;
    }

    /**
     * Stores it, within the transaction of the caller.
     *
     * @throws Refusal if its address is taken
     */
    public Meeting save(Meeting meeting) {
        if (meetings.existsBySlug(meeting.slug().value())) {
            throw Refusal.at("slug", "meeting.slug.taken");
        }
        try {
            meetings.saveAndFlush(meeting);
        } catch (DataIntegrityViolationException taken) {
            // Two people asked for one address at the same moment.
            throw Refusal.at("slug", "meeting.slug.taken");
        }
        access.me().ifPresent(me -> {
            grants.save(new RoleGrant(me, Role.ORGANISER, meeting.key()));
            events.publishEvent(RolesChanged.gained(me));
        });
        return meeting;
    }
}
