package org.caravanserai.partnering.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings at tables that have been given out keep people. */
@Component
class TableEngagements implements Engagements {

    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final PartneringEvents events;
    private final MeetingDirectory directory;

    TableEngagements(JdbcClient jdbc, PartneringEvents events, MeetingDirectory directory) {
        this.jdbc = jdbc;
        this.events = events;
        this.directory = directory;
    }

    private record Row(PersonId person, UUID event, int slot) {}

    @Override
    @Transactional(readOnly = true)
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        return except(NONE, people, from, until);
    }

    /** The same, without those of one event. */
    List<Engagement> except(UUID event, Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        var rows = jdbc.sql("select m.person, t.event, t.slot from partnering_member m"
                        + " join table_meeting t on t.one = m.party or t.other = m.party"
                        + " where m.person in (:people) and t.event <> :event and t.absent is null")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("event", event)
                .query((row, number) -> new Row(
                        new PersonId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class), row.getInt(3)))
                .list();
        var slots = new HashMap<UUID, List<EventSlot>>();
        var engagements = new ArrayList<Engagement>();
        for (var row : rows) {
            var slot = slots.computeIfAbsent(row.event(), this::slots).get(row.slot());
            if (slot.from().isBefore(until) && from.isBefore(slot.until())) {
                engagements.add(new Engagement(row.person(), slot.from(), slot.until(), Engagement.Kind.APPOINTMENT));
            }
        }
        return engagements;
    }

    private List<EventSlot> slots(UUID event) {
        // Whoever asks need not see the meeting: she learns times alone.
        return events.findById(event)
                .flatMap(found -> Optional.of(Actor.asSystem(() -> directory.byId(found.meeting())))
                        .flatMap(meeting -> meeting.map(view -> found.slots(view.zone()))))
                .orElseGet(List::of);
    }
}
