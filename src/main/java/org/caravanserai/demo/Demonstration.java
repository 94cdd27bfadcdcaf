package org.caravanserai.demo;

import java.time.Duration;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.BeforeOpening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demonstration meeting; a database that has a meeting is left as it is. */
@Component
@Profile("demo")
@Order(1)
class Demonstration implements BeforeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final TransactionTemplate transaction;
    private final Meetings meetings;
    private final DemoPeople people;
    private final DemoMeeting meeting;
    private final DemoProposals proposals;
    private final DemoAgenda agenda;
    private final DemoPlan plan;
    private final DemoHandouts handouts;
    private final DemoReviewers reviewers;
    private final DemoReviews reviews;
    private final DemoAppointments appointments;
    private final DemoPolls polls;
    private final DemoPartnering partnering;
    private final DemoNotices notices;
    private final DemoTables tables;

    Demonstration(
            TransactionTemplate transaction,
            Meetings meetings,
            DemoPeople people,
            DemoMeeting meeting,
            DemoProposals proposals,
            DemoAgenda agenda,
            DemoPlan plan,
            DemoHandouts handouts,
            DemoReviewers reviewers,
            DemoReviews reviews,
            DemoAppointments appointments,
            DemoPolls polls,
            DemoPartnering partnering,
            DemoNotices notices,
            DemoTables tables) {
        this.transaction = transaction;
        this.meetings = meetings;
        this.people = people;
        this.meeting = meeting;
        this.proposals = proposals;
        this.agenda = agenda;
        this.plan = plan;
        this.handouts = handouts;
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.appointments = appointments;
        this.polls = polls;
        this.partnering = partnering;
        this.notices = notices;
        this.tables = tables;
    }

    @Override
    public void prepare() {
        if (meetings.count() > 0) {
            return;
        }
        var started = System.nanoTime();
        var content = Content.read();
        var cast = new Cast();
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> load(content, cast)));
        // Reviewers and people who meet write themselves what they write, each in a transaction of her own.
        meetings.findBySlug(new Slug(content.meeting().meeting().slug()).value())
                .ifPresent(made -> {
                    reviews.load(made.id());
                    appointments.load(made.id());
                    polls.load(made.id());
                    partnering.load(made.id(), cast);
                    tables.load(made, cast);
                });
        LOG.info(
                "The demonstration meeting was made in {} ms",
                Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    private void load(Content content, Cast cast) {
        people.load(content, cast);
        var made = meeting.load(content, cast);
        proposals.load(made, content, cast);
        agenda.load(made, content, cast);
        plan.load(made, cast);
        handouts.load(cast);
        notices.load(made);
        reviewers.load(made, content.people(), cast.people, cast.topics, cast.proposals());
    }
}
