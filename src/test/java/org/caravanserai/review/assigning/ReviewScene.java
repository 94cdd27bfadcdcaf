package org.caravanserai.review.assigning;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.Committee;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.Reviewer;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** A committee whose reviewers have said what they know, and the waiting for what is computed. */
@Fixture
public class ReviewScene {

    @Autowired
    Committee committee;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    ReviewerRoster roster;

    @Autowired
    ReviewerProfile profile;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    AssignmentRuns runs;

    @Autowired
    LiveUpdates updates;

    /** A scene, its proposals and those who review it beside the one whom the scene has. */
    public record Made(Committee.Scene scene, List<ProposalId> proposals, List<PersonId> reviewers) {

        /** The meeting. */
        public MeetingId meeting() {
            return scene.meeting().id();
        }

        /** Her who runs it. */
        public PersonId organiser() {
            return scene.organiser();
        }
    }

    /** So many proposals and reviewers, of whom every second is from Japan and every third is experienced. */
    public Made make(int proposals, int reviewers) {
        var scene = committee.scene();
        var keys =
                committee.many(scene, proposals).stream().map(ProposalId::new).toList();
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < reviewers; i++) {
            people.add(reviewer(scene, i).id());
        }
        // The scene's own reviewer takes nothing, so that every number below is told by this class.
        Acting.as(scene.reviewer(), () -> profile.retire(scene.meeting().id()));
        return new Made(scene, keys, people);
    }

    private Person reviewer(Committee.Scene scene, int number) {
        var country = number % 2 == 0 ? "KG" : "JP";
        var person = committee.person("Reviewer " + (char) ('A' + number), "", Language.EN, country);
        var meeting = scene.meeting().id();
        Actor.asSystem(() -> {
            var moved = persons.findById(person.key()).orElseThrow();
            moved.affiliate(null, "Institute " + person.code(), country);
            persons.save(moved);
            var account = accounts.findByPerson(person.key()).orElseThrow();
            account.verify(clock);
            accounts.save(account);
        });
        Acting.as(scene.organiser(), () -> roster.invite(meeting, person.id()));
        Acting.as(person.id(), () -> {
            profile.answer(meeting, true);
            profile.write(
                    meeting,
                    profile.read(meeting).version(),
                    new Reviewer.Content(
                            Map.of(scene.topics().get(number % 2).key(), 3),
                            Set.of("en"),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            "Salt storms " + number + "\nDust and salt of a dry sea."));
        });
        Acting.as(scene.organiser(), () -> roster.rank(meeting, person.id(), number % 3 == 0));
        return person;
    }

    /** Asks for so many reviews of each and gives nobody more than so many. */
    public void plan(Made made, int wanted, int most) {
        Acting.as(made.organiser(), () -> {
            var base = setUp.read(made.meeting()).base();
            var c = base.content();
            setUp.change(
                    made.meeting(),
                    ReviewPlan.ALL_TYPES,
                    base.version(),
                    new ReviewPlan.Content(
                            c.who(),
                            wanted,
                            0,
                            most,
                            c.blindness(),
                            c.othersVisible(),
                            c.authorsSee(),
                            c.authorsWhen(),
                            c.rebuttal(),
                            c.deadlines(),
                            c.revisionDays()));
        });
    }

    /** Computes and waits. */
    public AssignmentStanding compute(Made made, AssignmentAim aim) {
        return compute(made, new AssignmentWishes(aim, false, false));
    }

    /** Computes and waits. */
    public AssignmentStanding compute(Made made, AssignmentWishes wishes) {
        return Acting.as(made.organiser(), () -> {
            var run = runs.begin(made.meeting(), wishes);
            return await(made, run);
        });
    }

    /** Waits for a run of the acting organiser. */
    public AssignmentStanding await(Made made, java.util.UUID run) {
        while (true) {
            var heard = new CountDownLatch(1);
            var subscription = updates.listen(AssignmentRuns.channel(run), m -> heard.countDown());
            try {
                var standing = runs.look(made.meeting());
                if (!(standing instanceof AssignmentStanding.Running)) {
                    return standing;
                }
                if (!heard.await(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("no end of the run was heard");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } finally {
                subscription.end();
            }
        }
    }
}
