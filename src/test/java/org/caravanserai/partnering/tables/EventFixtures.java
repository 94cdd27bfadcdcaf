package org.caravanserai.partnering.tables;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;

/** Makes the partnering events that tests need. */
@Component
public class EventFixtures {

    static final LocalDate DAY = LocalDate.of(2027, 6, 9);

    private final PartneringEvents events;
    private final EventTables tables;
    private final EventParties parties;
    private final PartyMembers members;
    private final TableMeetings meetings;
    private final Clock clock;

    EventFixtures(
            PartneringEvents events,
            EventTables tables,
            EventParties parties,
            PartyMembers members,
            TableMeetings meetings,
            Clock clock) {
        this.events = events;
        this.tables = tables;
        this.parties = parties;
        this.members = members;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** One morning, 09:00 to 11:00, of four slots: twenty-five minutes with five between. */
    EventPlan plan() {
        return new EventPlan(
                LocalizedText.english("Partnering"),
                clock.instant().plus(Duration.ofDays(1)),
                25,
                5,
                List.of(new EventWindow(DAY, LocalTime.of(9, 0), LocalTime.of(11, 0))));
    }

    /** An event with two tables that takes wishes. */
    public UUID open(MeetingId meeting) {
        var event = new PartneringEvent(meeting, plan());
        event.lead(EventState.OPEN);
        events.save(event);
        tables.save(new EventTable(event.key(), "1", 1, 1));
        tables.save(new EventTable(event.key(), "2", 2, 1));
        return event.key();
    }

    /** Somebody takes part alone. */
    public UUID enlist(UUID event, PersonId person, String... languages) {
        var party = parties.save(new EventParty(event, "", Set.of(languages)));
        members.save(new PartyMember(party, person));
        return party.key();
    }

    /** Two meet in a slot at one of the event's tables, and both have been told. */
    public void give(UUID event, UUID one, UUID other, int slot) {
        var found = events.findById(event).orElseThrow();
        if (!found.state().isGivenOut()) {
            found.lead(EventState.CLOSED);
            found.giveOut();
            events.save(found);
        }
        var table = tables.findByEventOrderByDownAscAcrossAscName(event).getFirst();
        meetings.save(new TableMeeting(event, new TableSeat(one, other, slot, table.key(), Optional.empty())));
    }
}
