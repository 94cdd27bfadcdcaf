package org.caravanserai.meeting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.MeetingNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people and mail what meetings are called. */
@Component
class NamedMeetings implements MeetingNames {

    private final Meetings meetings;

    NamedMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Named> at(String slug) {
        return meetings.findBySlug(slug).map(NamedMeetings::named);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Named> of(Collection<UUID> keys) {
        var found = new HashMap<UUID, Named>();
        if (!keys.isEmpty()) {
            meetings.findAllById(keys).forEach(meeting -> found.put(meeting.key(), named(meeting)));
        }
        return found;
    }

    private static Named named(Meeting meeting) {
        return new Named(meeting.key(), meeting.slug().value(), meeting.name(), meeting.zone(), meeting.city());
    }
}
