package org.caravanserai.demo;

import java.time.Duration;
import java.util.List;
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
    private final DemoNotices notices;
    private final List<DemoPart> parts;

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
            DemoNotices notices,
            List<DemoPart> parts) {
        this.transaction = transaction;
        this.meetings = meetings;
        this.people = people;
        this.meeting = meeting;
        this.proposals = proposals;
        this.agenda = agenda;
        this.plan = plan;
        this.handouts = handouts;
        this.reviewers = reviewers;
        this.notices = notices;
        this.parts = List.copyOf(parts);
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
        meetings.findBySlug(new Slug(content.meeting().meeting().slug()).value())
                .ifPresent(made -> parts.forEach(part -> part.load(made, cast)));
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
