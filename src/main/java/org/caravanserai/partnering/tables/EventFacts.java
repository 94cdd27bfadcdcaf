package org.caravanserai.partnering.tables;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Reads all of an event at once, in as many statements for many parties as for few. */
@Component
class EventFacts {

    private final PartneringEvents events;
    private final EventTables tables;
    private final EventInterpreters interpreters;
    private final EventParties parties;
    private final PartyMembers members;
    private final PartyWishes wishes;
    private final TableMeetings meetings;
    private final PartiesApart apart;
    private final MeetingDirectory directory;

    EventFacts(
            PartneringEvents events,
            EventTables tables,
            EventInterpreters interpreters,
            EventParties parties,
            PartyMembers members,
            PartyWishes wishes,
            TableMeetings meetings,
            PartiesApart apart,
            MeetingDirectory directory) {
        this.events = events;
        this.tables = tables;
        this.interpreters = interpreters;
        this.parties = parties;
        this.members = members;
        this.wishes = wishes;
        this.meetings = meetings;
        this.apart = apart;
        this.directory = directory;
    }

    /**
     * All of an event.
     *
     * @param people who is in each party
     * @param wishes those between parties that see each other
     * @param apart the pairs of parties that do not see each other
     * @param seats who meets whom, as far as somebody has not missed it
     */
    record Facts(
            PartneringEvent event,
            MeetingView meeting,
            List<EventSlot> slots,
            List<EventTable> tables,
            List<EventInterpreter> interpreters,
            List<EventParty> parties,
            Map<UUID, List<PartyMembers.Known>> people,
            List<PartyWish> wishes,
            Set<Set<UUID>> apart,
            List<TableMeeting> meetings,
            List<TableSeat> seats) {

        /** The same, with other seats. */
        Facts with(List<TableSeat> other) {
            return new Facts(
                    event, meeting, slots, tables, interpreters, parties, people, wishes, apart, meetings, other);
        }

        ZoneId zone() {
            return meeting.zone();
        }

        /** The parties with what others know of them. */
        Map<UUID, PartyName> names() {
            var names = new HashMap<UUID, PartyName>();
            parties.forEach(party -> names.put(party.key(), name(party)));
            return names;
        }

        private PartyName name(EventParty party) {
            return new PartyName(
                    party.key(),
                    party.delegation(),
                    people.getOrDefault(party.key(), List.of()).stream()
                            .map(member -> new PartyName.Member(
                                    new PersonId(member.person()),
                                    member.name(),
                                    member.affiliation(),
                                    member.country()))
                            .toList(),
                    party.languages());
        }
    }

    Facts read(UUID event) {
        var found = event(event);
        var meeting = directory.byId(found.meeting()).orElseThrow(() -> Refusal.of("tables.refused.gone"));
        var hidden = apart.of(event);
        var given = meetings.findByEventOrderBySlot(event);
        return new Facts(
                found,
                meeting,
                found.slots(meeting.zone()),
                tables.findByEventOrderByDownAscAcrossAscName(event),
                interpreters.findByEventOrderByName(event),
                parties.findByEventOrderById(event),
                members.known(event).stream().collect(Collectors.groupingBy(PartyMembers.Known::party)),
                wishes.findByEvent(event).stream()
                        .filter(wish -> !hidden.contains(Set.of(wish.wisher(), wish.wished())))
                        .toList(),
                hidden,
                given,
                given.stream().flatMap(each -> each.seat().stream()).toList());
    }

    PartneringEvent event(UUID event) {
        return events.findById(event).orElseThrow(() -> Refusal.of("tables.refused.gone"));
    }
}
