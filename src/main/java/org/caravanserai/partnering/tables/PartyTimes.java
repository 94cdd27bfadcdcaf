package org.caravanserai.partnering.tables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.partnering.tables.EventFacts.Facts;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.springframework.stereotype.Component;

/** When parties can meet: whenever none of their people is engaged in anything else. */
@Component
class PartyTimes {

    private final List<Engagements> others;
    private final TableEngagements tables;

    PartyTimes(List<Engagements> all, TableEngagements tables) {
        this.others = all.stream().filter(each -> each != tables).toList();
        this.tables = tables;
    }

    /** The slots in which each party of an event can. */
    Map<UUID, Long> free(Facts facts) {
        var slots = facts.slots();
        var free = new HashMap<UUID, Long>();
        facts.parties().forEach(party -> free.put(party.key(), party.there() & Slots.before(slots.size())));
        facts.meetings()
                .forEach(meeting -> meeting.absent()
                        .ifPresent(absent ->
                                free.computeIfPresent(absent, (party, now) -> now & ~(1L << meeting.slot()))));
        if (slots.isEmpty()) {
            return free;
        }
        var partyOf = new HashMap<PersonId, UUID>();
        facts.people()
                .forEach(
                        (party, people) -> people.forEach(member -> partyOf.put(new PersonId(member.person()), party)));
        engaged(facts, new HashSet<>(partyOf.keySet()))
                .forEach(engagement -> free.computeIfPresent(
                        partyOf.getOrDefault(engagement.person(), facts.event().key()),
                        (party, slotsFree) -> slotsFree & ~during(engagement, slots)));
        return free;
    }

    private Stream<Engagement> engaged(Facts facts, HashSet<PersonId> people) {
        var from = facts.slots().getFirst().from();
        var until = facts.slots().getLast().until();
        return Stream.concat(
                others.stream().flatMap(each -> each.of(people, from, until).stream()),
                tables.except(facts.event().key(), people, from, until).stream());
    }

    private static long during(Engagement engagement, List<EventSlot> slots) {
        return slots.stream()
                .filter(slot ->
                        engagement.from().isBefore(slot.until()) && slot.from().isBefore(engagement.until()))
                .mapToLong(slot -> 1L << slot.number())
                .sum();
    }
}
