package org.caravanserai.review.reviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.review.Committee;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reviewers hear by mail, how often, and who never hears of it. */
@IntegrationTest
class ReviewMailTest {

    @Autowired
    Committee committee;

    @Autowired
    Accounts accounts;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    Assigning assigning;

    @Autowired
    ReviewQueue queue;

    @Autowired
    ReviewDesk desk;

    @Autowired
    Reviewing reviewing;

    @Autowired
    AskingToWrite asking;

    @Autowired
    Discussing discussing;

    @Autowired
    DiscussionMailing mailing;

    @Autowired
    ReviewReminding reminding;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private record Sent(String subject, String text, String language, Optional<UUID> meeting) {}

    private Committee.Scene scene;
    private Person author;
    private Person junichi;
    private Proposal proposal;

    @BeforeEach
    void makeScene() {
        clock.set(Instant.parse("2027-03-01T09:00:00Z"));
        scene = committee.scene();
        author = committee.person("Dinara Bekova", "", Language.RU, "KG");
        proposal = committee.submitted(scene, author, LocalizedText.english("Salt dust"), 0, 0, "en");
        junichi = committee.person("SATO Junichi", "佐藤 純一", Language.JA, "JP");
        Actor.asSystem(() -> {
            grants.save(
                    new RoleGrant(junichi.id(), Role.REVIEWER, scene.meeting().key()));
            events.publishEvent(new RolesChanged(junichi.id()));
        });
        List.of(scene.organiser(), scene.chair(), scene.reviewer(), author.id(), junichi.id())
                .forEach(this::verify);
        assign(scene.reviewer());
        assign(junichi.id());
    }

    @AfterEach
    void letTheClockGo() {
        clock.reset();
    }

    @Test
    void whoTakesPartHearsOnceInHalfAnHourInHerLanguageAndAuthorsNever() {
        submit(scene.reviewer());
        submit(junichi.id());
        post("Is the salt measured?", Set.of());
        mailing.tell();
        assertThat(sent(junichi.id())).as("it has not settled yet").isEmpty();

        clock.advance(Duration.ofMinutes(2));
        mailing.tell();
        var first = sent(junichi.id());
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().language()).isEqualTo("ja");
        assertThat(first.getFirst().subject()).contains("委員会の議論");
        assertThat(first.getFirst().text()).contains(proposal.code()).doesNotContain("measured");
        assertThat(first.getFirst().meeting()).as("organisers do not read it").isEmpty();
        assertThat(sent(scene.reviewer())).hasSize(1);
        assertThat(sent(scene.chair())).as("she wrote it").isEmpty();
        assertThat(sent(scene.organiser())).as("he has not joined in").isEmpty();
        assertThat(sent(author.id())).isEmpty();

        post("And who measured it?", Set.of(junichi.id(), scene.organiser()));
        clock.advance(Duration.ofMinutes(10));
        mailing.tell();
        assertThat(sent(junichi.id())).hasSize(1);
        assertThat(sent(scene.organiser())).as("called on").hasSize(1);

        clock.advance(Duration.ofMinutes(25));
        mailing.tell();
        mailing.tell();
        assertThat(sent(junichi.id())).hasSize(2);
        assertThat(sent(junichi.id()).getLast().subject()).contains("指名");
    }

    @Test
    void whatIsReadOrTakenBackIsNotTold() {
        submit(scene.reviewer());
        submit(junichi.id());
        var first = post("One", Set.of());
        Acting.as(junichi.id(), () -> discussing.markRead(proposal.id(), clock.instant()));
        clock.advance(Duration.ofMinutes(2));
        Acting.as(scene.chair(), () -> discussing.delete(proposal.id(), post("Two", Set.of())));
        clock.advance(Duration.ofMinutes(2));
        mailing.tell();

        assertThat(first).isNotNull();
        assertThat(sent(junichi.id())).isEmpty();
        assertThat(sent(scene.reviewer())).hasSize(1);
        assertThat(sent(scene.reviewer()).getFirst().text()).contains("one new post");
    }

    @Test
    void whoHasNotReviewedYetHearsNothingOfTheDiscussion() {
        submit(scene.reviewer());
        post("Only for those who have judged", Set.of());
        clock.advance(Duration.ofMinutes(2));
        mailing.tell();

        assertThat(sent(scene.reviewer())).hasSize(1);
        assertThat(sent(junichi.id())).isEmpty();
    }

    @Test
    void remindersComeThreeDaysAndOneDayBeforeOnceEach() {
        submit(scene.reviewer());
        due(clock.instant().plus(Duration.ofDays(4)));
        reminding.remind();
        assertThat(sent(junichi.id())).isEmpty();

        clock.advance(Duration.ofDays(2));
        reminding.remind();
        reminding.remind();
        assertThat(sent(junichi.id())).hasSize(1);
        assertThat(sent(junichi.id()).getFirst().text()).contains("Salt dust").contains("Astana");
        assertThat(sent(scene.reviewer())).as("hers is in").isEmpty();

        clock.advance(Duration.ofHours(30));
        reminding.remind();
        reminding.remind();
        assertThat(sent(junichi.id())).hasSize(2);

        Acting.as(
                scene.chair(),
                () -> assigning.extend(
                        proposal.id(), junichi.id(), clock.instant().plus(Duration.ofDays(2))));
        reminding.remind();
        assertThat(sent(junichi.id())).as("a due date that moves is a new one").hasSize(3);
        clock.advance(Duration.ofDays(3));
        reminding.remind();
        assertThat(sent(junichi.id())).hasSize(3);
    }

    @Test
    void aColleagueAskedToWriteFindsTheReviewOnHerDesk() {
        var colleague = committee.person("Aigul Colleague", "", Language.KK, "UZ");
        verify(colleague.id());
        var email = accounts.findByPerson(colleague.key()).orElseThrow().email();
        var assignment = assignment(junichi.id());
        Acting.as(junichi.id(), () -> asking.ask(assignment, email));

        assertThat(sent(colleague.id())).hasSize(1);
        assertThat(Acting.as(colleague.id(), desk::mine))
                .extracting(ReviewDesk.Work::missing)
                .containsExactly(1);
        assertThat(Acting.as(
                        colleague.id(), () -> desk.find(scene.meeting().slug().value())))
                .isPresent();
        var reviewer =
                accounts.findByPerson(scene.reviewer().value()).orElseThrow().email();
        assertThatThrownBy(() -> Acting.as(junichi.id(), () -> asking.ask(assignment, reviewer)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("desk.sub.reviews"));
    }

    private void verify(PersonId person) {
        Actor.asSystem(() -> {
            var account = accounts.findByPerson(person.value()).orElseThrow();
            account.verify(clock);
            accounts.save(account);
        });
    }

    private void assign(PersonId reviewer) {
        Acting.as(scene.chair(), () -> assigning.assign(proposal.id(), reviewer));
    }

    private UUID assignment(PersonId reviewer) {
        return Acting.as(reviewer, () -> queue.mine(scene.meeting().id()))
                .getFirst()
                .assignment();
    }

    private void submit(PersonId reviewer) {
        var assignment = assignment(reviewer);
        Acting.as(
                reviewer,
                () -> reviewing.submit(
                        assignment, 0, new ReviewForm(Map.of(), Optional.of(Recommendation.ACCEPT), 4, "Good", "")));
    }

    private UUID post(String text, Set<PersonId> mentions) {
        return Acting.as(scene.chair(), () -> discussing.post(proposal.id(), text, mentions));
    }

    private void due(Instant until) {
        committee.plan(
                scene,
                c -> c.until(new ReviewPlan.Deadlines(
                        Optional.empty(), Optional.of(until), Optional.empty(), Optional.empty())));
    }

    private List<Sent> sent(PersonId person) {
        return jdbc.sql("select subject, text_body, language_tag, meeting from outbox_message where person = ?"
                        + " and kind like 'review-%' order by created_at, id")
                .param(person.value())
                .query((row, number) ->
                        new Sent(row.getString(1), row.getString(2), row.getString(3), SqlNames.key(row, 4)))
                .list();
    }
}
