package org.caravanserai.partnering.introduction;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.directory.ParticipantDirectory;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person tells those who run a meeting what is wrong with a card, an entry in the directory or an introduction. */
@Service
public class Reporting {

    private static final int A_DAY = 10;

    private final PartnerReports reports;
    private final Introductions introductions;
    private final CardBrowsing cards;
    private final ParticipantDirectory directory;
    private final PartneringAccess access;
    private final RateLimits limits;
    private final Clock clock;

    Reporting(
            PartnerReports reports,
            Introductions introductions,
            CardBrowsing cards,
            ParticipantDirectory directory,
            PartneringAccess access,
            RateLimits limits,
            Clock clock) {
        this.reports = reports;
        this.introductions = introductions;
        this.cards = cards;
        this.directory = directory;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Reports a card that the acting person sees.
     *
     * @throws Refusal if she does not see it, nothing or too much is said, or she has reported often today
     */
    @PreAuthorize("@partnering.takesPart(#meeting)")
    @Transactional
    public void card(MeetingId meeting, UUID card, String words) {
        var shown = cards.card(meeting, card).orElseThrow(() -> Refusal.of("partner.card.gone"));
        var author = cards.authorOf(meeting, card).orElseThrow(() -> Refusal.of("partner.card.gone"));
        report(meeting, author, card, shown.title().all() + "\n" + shown.text().all(), words);
    }

    /**
     * Reports somebody in the directory.
     *
     * @throws Refusal as for {@link #card}
     */
    @PreAuthorize("@partnering.member(#meeting)")
    @Transactional
    public void person(MeetingId meeting, PersonId person, String words) {
        var shown = directory.person(meeting, person).orElseThrow(() -> Refusal.of("partner.person.gone"));
        report(meeting, person, null, shown.line().all(), words);
    }

    /**
     * Reports whoever asks to be introduced, with the line that she wrote.
     *
     * @throws Refusal as for {@link #card}
     */
    @PreAuthorize("@introductionAccess.isAsked(#introduction)")
    @Transactional
    public void introduction(UUID introduction, String words) {
        var asked = introductions.findById(introduction).orElseThrow();
        report(asked.meeting(), asked.asker(), null, asked.line(), words);
    }

    private void report(MeetingId meeting, PersonId reported, @Nullable UUID card, String quoted, String words) {
        var me = access.me();
        if (!limits.tryTake("partner-report", me.value().toString(), A_DAY, Duration.ofDays(1))) {
            throw Refusal.of("partner.often");
        }
        reports.save(new PartnerReport(meeting, me, reported, card, quoted, words, clock));
    }
}
