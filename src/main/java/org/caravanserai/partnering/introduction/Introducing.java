package org.caravanserai.partnering.introduction;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.directory.ParticipantDirectory;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Introduces two people to each other once both wish it. Who is asked sees who asks and what she writes; who asks sees
 * "not yet" until there is a yes, whether the other said nothing or "not now".
 */
@Service
public class Introducing {

    /** The most characters of the line that comes with the question. */
    public static final int LONGEST_LINE = 400;

    /** How often a person may ask within a day. */
    public static final int A_DAY = 10;

    private final Introductions introductions;
    private final IntroductionRows rows;
    private final CardBrowsing cards;
    private final ParticipantDirectory directory;
    private final PartneringAccess access;
    private final Concealment concealment;
    private final IntroductionMail mail;
    private final RateLimits limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    Introducing(
            Introductions introductions,
            IntroductionRows rows,
            CardBrowsing cards,
            ParticipantDirectory directory,
            PartneringAccess access,
            Concealment concealment,
            IntroductionMail mail,
            RateLimits limits,
            JdbcClient jdbc,
            Clock clock) {
        this.introductions = introductions;
        this.rows = rows;
        this.cards = cards;
        this.directory = directory;
        this.access = access;
        this.concealment = concealment;
        this.mail = mail;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What waits for the acting person at a meeting.
     *
     * @param asked how many ask to be introduced to her
     * @param unread how many messages she has not read
     */
    public record Waiting(String slug, LocalizedText meeting, int asked, int unread) {}

    /**
     * Asks to be introduced to the author of a card. If she has asked for the same the other way round, both have said yes.
     *
     * @return the introduction, by which it is taken back
     * @throws Refusal if the card is not to be seen or the acting person's own, or was asked about before, if there is no
     *     line or a long one, or she has asked often today
     */
    @PreAuthorize("@partnering.takesPart(#meeting)")
    @Transactional
    public UUID askAbout(MeetingId meeting, UUID card, String line) {
        var author = cards.authorOf(meeting, card).orElseThrow(() -> Refusal.of("partner.card.gone"));
        return ask(meeting, author, card, line);
    }

    /**
     * Asks to be introduced to somebody in the directory.
     *
     * @return the introduction, by which it is taken back
     * @throws Refusal as for {@link #askAbout}
     */
    @PreAuthorize("@partnering.member(#meeting)")
    @Transactional
    public UUID askFor(MeetingId meeting, PersonId person, String line) {
        if (directory.person(meeting, person).isEmpty()) {
            throw Refusal.of("partner.person.gone");
        }
        return ask(meeting, person, null, line);
    }

    /**
     * Takes a question back before both have agreed.
     *
     * @throws Refusal if both have
     */
    @PreAuthorize("@introductionAccess.asks(#introduction)")
    @Transactional
    public void withdraw(UUID introduction) {
        introductions.findById(introduction).orElseThrow().withdraw(clock);
    }

    /**
     * Says yes: the two may write to each other from now on.
     *
     * @throws Refusal if it was taken back
     */
    @PreAuthorize("@introductionAccess.isAsked(#introduction)")
    @Transactional
    public void accept(UUID introduction) {
        agree(introductions.findById(introduction).orElseThrow());
    }

    /**
     * Says "not now", which nobody learns.
     *
     * @throws Refusal if it was taken back or both have agreed
     */
    @PreAuthorize("@introductionAccess.isAsked(#introduction)")
    @Transactional
    public void putAside(UUID introduction) {
        introductions.findById(introduction).orElseThrow().putAside(clock);
    }

    /** Takes "not now" back: the question waits for an answer again. */
    @PreAuthorize("@introductionAccess.isAsked(#introduction)")
    @Transactional
    public void reconsider(UUID introduction) {
        introductions.findById(introduction).orElseThrow().reconsider();
    }

    /** The acting person's introductions at a meeting, the latest first. */
    @PreAuthorize("@partnering.takesPart(#meeting)")
    @Transactional(readOnly = true)
    public List<IntroductionLine> mine(MeetingId meeting) {
        return rows.of(meeting, access.me());
    }

    /** The keys of the cards, and of the people in the directory, about which the acting person has asked. */
    @PreAuthorize("@partnering.takesPart(#meeting)")
    @Transactional(readOnly = true)
    public Set<UUID> askedAbout(MeetingId meeting) {
        return new HashSet<>(
                jdbc.sql("select about from introduction where asker = ? and meeting = ? and withdrawn_at is null")
                        .params(access.me().value(), meeting.value())
                        .query(UUID.class)
                        .list());
    }

    /** What waits for the acting person, at each meeting where something does; one statement. */
    @PreAuthorize("@access.signedIn()")
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return jdbc.sql("select t.slug, t.name, w.asked, w.unread from (select n.meeting,"
                        + " sum(case when n.asked = :me and n.answer = 'NONE' then 1 else 0 end) as asked,"
                        + " sum(case when n.answer = 'YES' then (select count(*) from introduction_message m"
                        + " where m.introduction = n.id and m.sender <> :me and m.read_at is null) else 0 end) as unread"
                        + IntroductionRows.WITH_OTHER + IntroductionRows.HERS
                        + " group by n.meeting) w join meeting t on t.id = w.meeting"
                        + " where w.asked > 0 or w.unread > 0 order by t.first_day, t.id")
                .param("me", access.me().value())
                .query((row, i) -> new Waiting(
                        row.getString(1), LocalizedText.fromJson(row.getString(2)), row.getInt(3), row.getInt(4)))
                .list();
    }

    private UUID ask(MeetingId meeting, PersonId asked, @Nullable UUID card, String line) {
        access.requireWelcome(meeting);
        var me = access.me();
        if (me.equals(asked)) {
            throw Refusal.of("partner.introduction.self");
        }
        if (concealment.isBetween(me, asked)) {
            throw Refusal.of("partner.person.gone");
        }
        if (!limits.tryTake("introduction", me.value().toString(), A_DAY, Duration.ofDays(1))) {
            throw Refusal.of("partner.introduction.often", A_DAY);
        }
        var agreed = agreeWithTheirs(meeting, asked, card);
        if (agreed.isPresent()) {
            return agreed.get();
        }
        var before = introductions.findByAskerAndAskedAndAbout(
                me.value(), asked.value(), card == null ? asked.value() : card);
        var introduction = before.filter(Introduction::isWithdrawn)
                .map(again -> {
                    again.askAgain(line, clock);
                    return again;
                })
                .orElseGet(() -> {
                    if (before.isPresent()) {
                        throw Refusal.of("partner.introduction.twice");
                    }
                    return introductions.save(new Introduction(meeting, me, asked, card, line, clock));
                });
        if (before.isEmpty()) {
            mail.asked(introduction);
        }
        return introduction.key();
    }

    /** The other has asked for the same, and it is no secret whom this one means: with this both have said yes. */
    private Optional<UUID> agreeWithTheirs(MeetingId meeting, PersonId asked, @Nullable UUID card) {
        var me = access.me();
        if (card != null && !access.know(meeting, me.value(), asked.value())) {
            return Optional.empty();
        }
        return introductions
                .findByMeetingAndAskerAndAskedAndWithdrawnAtIsNull(meeting.value(), asked.value(), me.value())
                .stream()
                .filter(one -> !one.isAgreed())
                .findFirst()
                .map(one -> {
                    agree(one);
                    return one.key();
                });
    }

    private void agree(Introduction introduction) {
        if (!introduction.isAgreed()) {
            introduction.accept(clock);
            mail.agreed(introduction);
        }
    }
}
