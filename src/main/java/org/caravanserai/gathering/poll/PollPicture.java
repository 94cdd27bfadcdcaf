package org.caravanserai.gathering.poll;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.Askable;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;

/** Reads polls whole, with the same few statements however many answer them. */
@Component
class PollPicture {

    private final PollCandidates candidates;
    private final PollGuests guests;
    private final PollLinks links;
    private final PollAnswers answers;
    private final Persons persons;
    private final Askable askable;
    private final MeetingDirectory meetings;
    private final Clock clock;

    PollPicture(
            PollCandidates candidates,
            PollGuests guests,
            PollLinks links,
            PollAnswers answers,
            Persons persons,
            Askable askable,
            MeetingDirectory meetings,
            Clock clock) {
        this.candidates = candidates;
        this.guests = guests;
        this.links = links;
        this.answers = answers;
        this.persons = persons;
        this.askable = askable;
        this.meetings = meetings;
        this.clock = clock;
    }

    PollBoard board(Poll poll) {
        var asked = entries(poll);
        var named = guests.named(poll.key());
        var choices = choices(poll);
        var linked = links.linked(named.stream().map(n -> n.getGuest().key()).toList());
        var lines = named.stream()
                .map(n -> guest(
                        n,
                        choices.getOrDefault(n.getGuest().key(), Map.of()),
                        linked.contains(n.getGuest().key())))
                .toList();
        return new PollBoard(
                poll.id(),
                poll.code(),
                poll.version(),
                poll.content(),
                poll.state(),
                poll.deadline(),
                poll.answerable(clock.instant()),
                poll.wasOpened(),
                poll.chosen(),
                poll.appointment(),
                asked,
                Ranking.of(asked, lines.stream().map(PollBoard.Guest::choices).toList()),
                lines);
    }

    /** The poll as one of those who are asked sees it: whoever is kept apart from her is not there. */
    PollSheet sheet(Poll poll, UUID guest) {
        var all = guests.named(poll.key());
        var me = all.stream()
                .filter(n -> n.getGuest().key().equals(guest))
                .findFirst()
                .orElseThrow();
        var named = seenBy(me, all);
        var choices = choices(poll);
        var mine = choices.getOrDefault(guest, Map.of());
        return new PollSheet(
                poll.id(),
                poll.code(),
                poll.title(),
                poll.content().text(),
                poll.language(),
                poll.meeting().flatMap(meetings::byId).map(MeetingView::name),
                new PollPlace(poll.content().place()),
                persons.findById(poll.organiser().value()).map(Person::name).orElseThrow(),
                name(me),
                poll.zone(),
                Optional.ofNullable(me.getPerson()).map(Person::zone).filter(PollPicture::isTold),
                poll.deadline(),
                poll.state(),
                poll.answerable(clock.instant()),
                poll.showing(),
                entries(poll).stream()
                        .map(c -> new PollSheet.Line(
                                c.key(),
                                c.time(),
                                Optional.ofNullable(mine.get(c.key())),
                                others(poll, named, choices, c.key(), Choice.YES),
                                others(poll, named, choices, c.key(), Choice.IF_NEED_BE),
                                others(poll, named, choices, c.key(), Choice.NO)))
                        .toList(),
                poll.chosen(),
                me.getGuest().answeredAt().isPresent(),
                me.getGuest().note(),
                poll.showing() != Showing.NAMES
                        ? List.of()
                        : named.stream()
                                .filter(n -> n != me && !n.getGuest().note().isEmpty())
                                .map(n ->
                                        new PollSheet.Said(name(n), n.getGuest().note()))
                                .toList());
    }

    private List<PollGuests.Named> seenBy(PollGuests.Named me, List<PollGuests.Named> all) {
        var person = me.getPerson();
        if (person == null) {
            return all;
        }
        var apart = askable.apartFrom(person.id());
        return all.stream()
                .filter(n -> n == me
                        || !(n.getGuest().person().filter(apart::has).isPresent()
                                || n.getGuest().email().filter(apart::has).isPresent()))
                .toList();
    }

    private List<Ranking.Entry> entries(Poll poll) {
        return candidates.asked(poll).stream()
                .map(c -> new Ranking.Entry(c.key(), c.time()))
                .toList();
    }

    private Map<UUID, Map<UUID, Choice>> choices(Poll poll) {
        var byGuest = new HashMap<UUID, Map<UUID, Choice>>();
        for (var answer : answers.findByPoll(poll.key())) {
            byGuest.computeIfAbsent(answer.guest(), g -> new HashMap<>()).put(answer.candidate(), answer.choice());
        }
        return byGuest;
    }

    private static PollSheet.Others others(
            Poll poll,
            List<PollGuests.Named> named,
            Map<UUID, Map<UUID, Choice>> choices,
            UUID candidate,
            Choice choice) {
        if (poll.showing() == Showing.NOTHING) {
            return new PollSheet.Others(0, List.of());
        }
        var names = new ArrayList<PersonName>();
        for (var one : named) {
            if (choices.getOrDefault(one.getGuest().key(), Map.of()).get(candidate) == choice) {
                names.add(name(one));
            }
        }
        return new PollSheet.Others(names.size(), poll.showing() == Showing.NAMES ? List.copyOf(names) : List.of());
    }

    private static PollBoard.Guest guest(PollGuests.Named named, Map<UUID, Choice> choices, boolean linked) {
        var guest = named.getGuest();
        return new PollBoard.Guest(
                guest.key(),
                name(named),
                guest.person().isPresent()
                        ? PollBoard.Reached.PERSON
                        : guest.email().isPresent() ? PollBoard.Reached.MAIL : PollBoard.Reached.LINK,
                linked,
                guest.answeredAt(),
                guest.remindedAt(),
                guest.note(),
                Map.copyOf(choices));
    }

    private static PersonName name(PollGuests.Named named) {
        var person = named.getPerson();
        return person == null ? PersonName.published(named.getGuest().name()) : person.name();
    }

    /** A profile of which nobody has said where its person lives is on universal time. */
    private static boolean isTold(ZoneId zone) {
        return !zone.equals(ZoneId.of("UTC")) && !zone.equals(ZoneOffset.UTC);
    }
}
