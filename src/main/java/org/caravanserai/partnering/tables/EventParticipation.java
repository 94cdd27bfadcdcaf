package org.caravanserai.partnering.tables;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.Access;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People take part in partnering events, alone or as a delegation, and see whom they meet. */
@Service
public class EventParticipation {

    /** The most people of a delegation. */
    public static final int MOST_MEMBERS = 12;

    private final PartneringEvents events;
    private final EventParties parties;
    private final PartyMembers members;
    private final PartyWishes wishes;
    private final EventFacts facts;
    private final MeetingDirectory directory;
    private final Access access;
    private final Concealment concealment;
    private final Clock clock;

    EventParticipation(
            PartneringEvents events,
            EventParties parties,
            PartyMembers members,
            PartyWishes wishes,
            EventFacts facts,
            MeetingDirectory directory,
            Access access,
            Concealment concealment,
            Clock clock) {
        this.events = events;
        this.parties = parties;
        this.members = members;
        this.wishes = wishes;
        this.facts = facts;
        this.directory = directory;
        this.access = access;
        this.concealment = concealment;
        this.clock = clock;
    }

    /**
     * An event as those see it who may take part.
     *
     * @param takesWishes whether people may enlist and wish now
     * @param mine the acting person's party
     * @param code the word with which others join her delegation; empty for who comes alone
     */
    public record Part(
            UUID key,
            LocalizedText title,
            EventState state,
            Instant wishesUntil,
            ZoneId zone,
            LocalizedText city,
            boolean takesWishes,
            Optional<PartyName> mine,
            String code) {}

    /**
     * A meeting of the acting person's.
     *
     * @param with whom she meets
     * @param table the table's name
     * @param interpreter who helps; empty for nobody
     */
    public record Appointed(EventSlot slot, PartyName with, String table, String interpreter) {}

    /**
     * An event in which somebody waits for the acting person's answer.
     *
     * @param slug the meeting's
     * @param asking how many parties wish to meet hers, and she has neither wished nor declined
     */
    public record Waiting(
            UUID event,
            LocalizedText title,
            String slug,
            Instant wishesUntil,
            ZoneId zone,
            LocalizedText city,
            int asking) {}

    /** Where somebody waits for the acting person's answer and she may still give it. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return access.me().stream()
                .flatMap(me -> events
                        .waitingFor(
                                me.value(),
                                concealment.hiddenFrom(me).stream()
                                        .map(PersonId::value)
                                        .toList(),
                                clock.instant())
                        .stream())
                .flatMap(row -> directory.byId(new MeetingId(row.meeting())).stream()
                        .map(meeting -> new Waiting(
                                row.event(),
                                row.title(),
                                meeting.slug(),
                                row.wishesUntil(),
                                meeting.zone(),
                                meeting.city(),
                                (int) row.asking())))
                .toList();
    }

    /** The meetings with a partnering event in which the acting person takes part, and then those where she may enlist. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MeetingView> meetings() {
        return access.me().stream()
                .flatMap(me -> events.meetingsFor(me.value(), clock.instant()).stream())
                .flatMap(meeting -> directory.byId(new MeetingId(meeting)).stream())
                .toList();
    }

    /** The events of a meeting that people may take part in. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<EventSetUp.EventLine> open(MeetingId meeting) {
        return events.findByMeetingOrderByWishesUntil(meeting.value()).stream()
                .filter(event -> event.state() != EventState.DRAFT
                        && directory.byId(meeting).isPresent())
                .map(EventSetUp.EventLine::of)
                .toList();
    }

    /** The acting person's part in an event. */
    @PreAuthorize("@tablesAccess.sees(#event)")
    @Transactional(readOnly = true)
    public Part part(UUID event) {
        var read = facts.read(event);
        var mine = membership(event);
        return new Part(
                event,
                read.event().title(),
                read.event().state(),
                read.event().wishesUntil(),
                read.zone(),
                read.meeting().city(),
                read.event().takesWishes(clock.instant()),
                mine.map(member -> read.names().get(member.party())),
                mine.flatMap(member -> parties.findById(member.party()))
                        .filter(party -> !party.delegation().isEmpty())
                        .map(EventParty::code)
                        .orElse(""));
    }

    private Optional<PartyMember> membership(UUID event) {
        return access.me().flatMap(me -> members.findByEventAndPerson(event, me.value()));
    }

    /**
     * Takes part.
     *
     * @param delegation its name; empty to come alone
     * @param languages what the party speaks
     * @throws Refusal if wishes are closed or she takes part already
     */
    @PreAuthorize("@tablesAccess.sees(#event)")
    @Transactional
    public void enlist(UUID event, String delegation, Set<String> languages) {
        requireOpen(event);
        var me = stranger(event);
        members.save(new PartyMember(parties.save(new EventParty(event, delegation, languages)), me));
    }

    /**
     * Joins a delegation.
     *
     * @param code the word that its members know
     * @throws Refusal if there is none of that word, or it is full
     */
    @PreAuthorize("@tablesAccess.sees(#event)")
    @Transactional
    public void join(UUID event, String code) {
        requireOpen(event);
        var me = stranger(event);
        var party = parties.findByEventOrderById(event).stream()
                .filter(each -> !each.delegation().isEmpty() && each.code().equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.at("code", "tables.refused.code"));
        if (members.findByParty(party.key()).size() >= MOST_MEMBERS) {
            throw Refusal.at("code", "tables.refused.members", MOST_MEMBERS);
        }
        members.save(new PartyMember(party, me));
    }

    /** Says what the acting person's party is called and speaks. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional
    public void describe(UUID event, String delegation, Set<String> languages) {
        requireOpen(event);
        membership(event)
                .flatMap(member -> parties.findById(member.party()))
                .ifPresent(party -> party.describe(party.delegation().isEmpty() ? "" : delegation, languages));
    }

    /** Takes part no longer; with the last member of a party its wishes and those for it are gone. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional
    public void withdraw(UUID event) {
        requireOpen(event);
        membership(event).ifPresent(member -> {
            members.delete(member);
            if (members.findByParty(member.party()).isEmpty()) {
                wishes.deleteAll(wishes.findByWisherOrderByRank(member.party()));
                wishes.deleteAll(wishes.findByWished(member.party()));
                members.flush();
                parties.deleteById(member.party());
            }
        });
    }

    /** Whom the acting person meets, in order of time; nothing before it is given out. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional(readOnly = true)
    public List<Appointed> timetable(UUID event) {
        var read = facts.read(event);
        var mine = membership(event).map(PartyMember::party).orElseThrow();
        return read.event().state().isGivenOut() ? Timetables.of(read, mine) : List.of();
    }

    private void requireOpen(UUID event) {
        if (!facts.event(event).takesWishes(clock.instant())) {
            throw Refusal.of("tables.refused.closed");
        }
    }

    private PersonId stranger(UUID event) {
        var me = access.me().orElseThrow();
        if (members.findByEventAndPerson(event, me.value()).isPresent()) {
            throw Refusal.of("tables.refused.already");
        }
        return me;
    }
}
