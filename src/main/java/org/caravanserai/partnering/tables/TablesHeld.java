package org.caravanserai.partnering.tables;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.partnering.followup.HeldMeetings;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings at tables that have taken place: given out, and missed by nobody. */
@Component
class TablesHeld implements HeldMeetings {

    /** How far a day anywhere on Earth begins before it does in UTC, or ends after. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final PartneringEvents events;
    private final EventFacts facts;

    TablesHeld(PartneringEvents events, EventFacts facts) {
        this.events = events;
        this.facts = facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldMeeting> endedBetween(Instant after, Instant until) {
        var first = day(after.minus(A_DAY));
        var last = day(until.plus(A_DAY));
        return Actor.asSystem(() -> events.findByStateIn(EventState.givenOut()).stream()
                .filter(event -> event.plan().windows().stream()
                        .anyMatch(window ->
                                !window.day().isBefore(first) && !window.day().isAfter(last)))
                .flatMap(event -> held(facts.read(event.key()), after, until))
                .toList());
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The event's, then who met, for somebody may meet ten others in a day. */
    private static String title(EventFacts.Facts read, List<PartyName> two) {
        return read.event().title().text(Language.EN) + ": "
                + two.stream().map(party -> party.in(Language.EN)).collect(Collectors.joining(" – "));
    }

    private static Stream<HeldMeeting> held(EventFacts.Facts read, Instant after, Instant until) {
        var names = read.names();
        return read.meetings().stream()
                .filter(meeting -> meeting.absent().isEmpty())
                .filter(meeting -> {
                    var ended = read.slots().get(meeting.slot()).until();
                    return ended.isAfter(after) && !ended.isAfter(until);
                })
                .map(meeting -> {
                    var two = meeting.two().stream()
                            .flatMap(party -> Optional.ofNullable(names.get(party)).stream())
                            .toList();
                    return new HeldMeeting(
                            "table-meeting:" + meeting.key(),
                            Optional.of(read.meeting().id().value()),
                            title(read, two),
                            read.slots().get(meeting.slot()).until(),
                            two.stream()
                                    .flatMap(party -> party.members().stream())
                                    .map(PartyName.Member::person)
                                    .toList());
                });
    }
}
