package org.caravanserai.partnering.card;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person writes cards of need and offer; what she types is kept as a draft until she shows it to others. */
@Service
public class OwnCards {

    /** How many cards a person has at a meeting. */
    public static final int MOST = 12;

    private static final int MONTHS_SHOWN = 6;

    private final PartnerCards cards;
    private final MeetingDirectory meetings;
    private final Persons persons;
    private final PartneringAccess access;
    private final RateLimits limits;
    private final Clock clock;

    OwnCards(
            PartnerCards cards,
            MeetingDirectory meetings,
            Persons persons,
            PartneringAccess access,
            RateLimits limits,
            Clock clock) {
        this.cards = cards;
        this.meetings = meetings;
        this.persons = persons;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A card of the acting person.
     *
     * @param version stands for what was read
     * @param expired whether the last day on which it is shown is over
     */
    public record Own(UUID key, long version, CardState state, CardContent content, boolean expired) {}

    /**
     * Begins a card in the languages of the author, shown for half a year after the meeting once it is published.
     *
     * @return its key
     * @throws Refusal if she has as many as one may have, or an organiser has excluded her
     */
    @PreAuthorize("@partnering.takesPart(#meeting)")
    @Transactional
    public UUID begin(MeetingId meeting, CardKind kind) {
        access.requireWelcome(meeting);
        var me = access.me();
        if (cards.countByMeetingAndAuthor(meeting.value(), me.value()) >= MOST) {
            throw Refusal.of("partner.card.many", MOST);
        }
        if (!limits.tryTake("partner-card", me.value().toString(), 60, Duration.ofDays(1))) {
            throw Refusal.of("partner.often");
        }
        var author = persons.findById(me.value()).orElseThrow();
        var expires = view(meeting).lastDay().plusMonths(MONTHS_SHOWN);
        return cards.save(new PartnerCard(meeting, me, kind, author.languages(), expires, clock))
                .key();
    }

    /** The acting person's cards at a meeting, in the order in which she began them. */
    @PreAuthorize("@partnering.takesPart(#meeting)")
    @Transactional(readOnly = true)
    public List<Own> mine(MeetingId meeting) {
        var today = today(meeting);
        return cards
                .findByMeetingAndAuthorOrderById(meeting.value(), access.me().value())
                .stream()
                .map(card -> own(card, today))
                .toList();
    }

    /** A card of hers. */
    @PreAuthorize("@cardAccess.owns(#card)")
    @Transactional(readOnly = true)
    public Own card(UUID card) {
        var found = cards.findById(card).orElseThrow();
        return own(found, today(found.meeting()));
    }

    /**
     * Keeps what she has typed.
     *
     * @return the version that there is now
     * @throws Refusal if others see it and it would not say enough any more
     * @throws org.springframework.dao.OptimisticLockingFailureException if another window was quicker
     */
    @PreAuthorize("@cardAccess.owns(#card)")
    @Transactional
    public long write(UUID card, long version, CardContent content) {
        var found = cards.findById(card).orElseThrow();
        found.requireVersion(version);
        found.write(content, today(found.meeting()), clock);
        return cards.saveAndFlush(found).version();
    }

    /**
     * Shows it to those it is meant for.
     *
     * @throws Refusal if it does not say enough, or an organiser took it down or has excluded her
     */
    @PreAuthorize("@cardAccess.owns(#card)")
    @Transactional
    public void publish(UUID card) {
        var found = cards.findById(card).orElseThrow();
        access.requireWelcome(found.meeting());
        found.publish(today(found.meeting()), clock);
    }

    /** Makes it a draft again. */
    @PreAuthorize("@cardAccess.owns(#card)")
    @Transactional
    public void withdraw(UUID card) {
        cards.findById(card).orElseThrow().withdraw(clock);
    }

    /** Throws it away, with nothing left of it. */
    @PreAuthorize("@cardAccess.owns(#card)")
    @Transactional
    public void delete(UUID card) {
        cards.deleteById(card);
    }

    private static Own own(PartnerCard card, LocalDate today) {
        var content = card.content();
        return new Own(
                card.key(),
                card.version(),
                card.state(),
                content,
                content.expires().isBefore(today));
    }

    private LocalDate today(MeetingId meeting) {
        return LocalDate.now(clock.withZone(view(meeting).zone()));
    }

    private MeetingView view(MeetingId meeting) {
        return meetings.byId(meeting).orElseThrow(() -> Refusal.of("partner.meeting.gone"));
    }
}
