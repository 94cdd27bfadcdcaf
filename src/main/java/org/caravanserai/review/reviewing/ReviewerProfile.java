package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Arrival;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own view of her reviewing for a meeting: she answers, offers, says what she can judge, and stops. */
@Service
public class ReviewerProfile {

    private final Reviewers reviewers;
    private final ReviewerOffice office;
    private final PlanReading plans;
    private final Persons persons;
    private final Access access;
    private final Arrival arrival;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewerProfile(
            Reviewers reviewers,
            ReviewerOffice office,
            PlanReading plans,
            Persons persons,
            Access access,
            Arrival arrival,
            JdbcClient jdbc,
            Clock clock) {
        this.reviewers = reviewers;
        this.office = office;
        this.plans = plans;
        this.persons = persons;
        this.access = access;
        this.arrival = arrival;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a person sees of her reviewing.
     *
     * @param state how she stands; empty if she was neither asked nor has offered
     * @param version to be given back with a change
     * @param content what she says of herself
     * @param senior whether the committee counts her as experienced
     * @param mayOffer whether she may offer to review
     * @param takesBids whether bids are taken now
     * @param phase what reviewing is at
     * @param deadlines until when its phases last
     */
    public record Mine(
            Optional<ReviewerState> state,
            long version,
            Reviewer.Content content,
            boolean senior,
            boolean mayOffer,
            boolean takesBids,
            ReviewPhase phase,
            ReviewPlan.Deadlines deadlines) {}

    /** How the acting person stands. */
    @SignedIn
    @Transactional
    public Mine read(MeetingId meeting) {
        var me = me();
        if (access.in(meeting.value(), "REVIEWER")) {
            office.enterThoseInOffice(meeting);
        }
        var reviewer = reviewers.findByMeetingAndPerson(meeting.value(), me.value());
        var plan = plans.of(meeting, ReviewPlan.ALL_TYPES);
        var now = arrival.instant();
        return new Mine(
                reviewer.map(Reviewer::state),
                reviewer.map(Reviewer::version).orElse(0L),
                reviewer.map(Reviewer::content)
                        .orElseGet(() -> new Reviewer.Content(
                                java.util.Map.of(),
                                java.util.Set.of(),
                                java.util.OptionalInt.empty(),
                                java.util.OptionalInt.empty(),
                                "")),
                reviewer.map(Reviewer::isSenior).orElse(false),
                mayOffer(plan, meeting, me)
                        && reviewer.map(r -> r.state().next().contains(ReviewerState.VOLUNTEERED))
                                .orElse(true),
                plan.takesBidsAt(now),
                plan.phaseAt(now),
                plan.deadlines());
    }

    /**
     * Offers to review. Who is on a proposal is taken at once where contributors review one another.
     *
     * @throws Refusal if the meeting takes no offers from her
     */
    @SignedIn
    @Transactional
    public void offer(MeetingId meeting) {
        var me = me();
        var plan = plans.of(meeting, ReviewPlan.ALL_TYPES);
        if (!mayOffer(plan, meeting, me)) {
            throw Refusal.of("reviewing.offer.closed");
        }
        var reviewer = reviewers
                .findByMeetingAndPerson(meeting.value(), me.value())
                .map(r -> {
                    r.volunteerAgain(clock);
                    return r;
                })
                .orElseGet(() -> Reviewer.volunteer(
                        meeting, me, persons.findById(me.value()).orElseThrow().languages(), clock));
        var taken = plan.content().who().contains(WhoReviews.CONTRIBUTORS) && contributes(meeting, me);
        if (taken) {
            reviewer.accept();
        }
        reviewers.saveAndFlush(reviewer);
        if (taken) {
            office.give(meeting, me);
        }
    }

    /** Answers the committee's question. */
    @SignedIn
    @Transactional
    public void answer(MeetingId meeting, boolean yes) {
        var reviewer = mine(meeting);
        if (reviewer.state() != ReviewerState.INVITED) {
            throw Refusal.of("reviewing.reviewer.unasked");
        }
        if (yes) {
            reviewer.accept();
        } else {
            reviewer.decline();
        }
        reviewers.saveAndFlush(reviewer);
        if (yes) {
            office.give(meeting, reviewer.person());
        }
    }

    /** Says what she can judge; also before she has answered. */
    @SignedIn
    @Transactional
    public void write(MeetingId meeting, long version, Reviewer.Content content) {
        var reviewer = mine(meeting);
        reviewer.requireVersion(version);
        reviewer.write(content);
        reviewers.save(reviewer);
    }

    /** Stops: her submitted reviews stay and count, what she has not reviewed goes back to the committee. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional
    public void retire(MeetingId meeting) {
        office.enterThoseInOffice(meeting);
        var reviewer = mine(meeting);
        reviewer.retire();
        reviewers.saveAndFlush(reviewer);
        office.leave(meeting, reviewer.person());
    }

    /** The acting person's own proposals, each its title and its abstract in English or what else there is, to tell as works. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<String> earlierWorks() {
        return jdbc.sql("select p.title, p.abstract_text from proposal p join contributor c on c.proposal = p.id"
                        + " where c.person = ? and c.answer = 'CONFIRMED' and p.state <> 'DRAFT'"
                        + " order by p.submitted_at desc, p.id")
                .param(me().value())
                .query((row, number) -> LocalizedText.fromJson(row.getString(1)).text(Language.EN) + "\n"
                        + LocalizedText.fromJson(row.getString(2))
                                .text(Language.EN)
                                .replaceAll("\\R\\s*\\R", "\n"))
                .list();
    }

    private boolean mayOffer(ReviewPlan plan, MeetingId meeting, PersonId me) {
        var who = plan.content().who();
        return who.contains(WhoReviews.VOLUNTEERS)
                || (who.contains(WhoReviews.CONTRIBUTORS) && contributes(meeting, me));
    }

    private boolean contributes(MeetingId meeting, PersonId me) {
        return jdbc.sql("select count(*) from contributor c join proposal p on p.id = c.proposal where p.meeting = ?"
                                + " and c.person = ? and c.answer = 'CONFIRMED'"
                                + " and p.state not in ('DRAFT', 'WITHDRAWN', 'CANCELLED')")
                        .params(meeting.value(), me.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Reviewer mine(MeetingId meeting) {
        return reviewers
                .findByMeetingAndPerson(meeting.value(), me().value())
                .orElseThrow(() -> Refusal.of("reviewing.reviewer.unasked"));
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("reviewing.person.required"));
    }
}
