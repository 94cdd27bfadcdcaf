package org.caravanserai.partnering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Place;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.directory.ParticipantDirectory;
import org.caravanserai.partnering.directory.Shown;
import org.caravanserai.partnering.introduction.Correspondence;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.introduction.IntroductionLine;
import org.caravanserai.partnering.introduction.IntroductionLine.Standing;
import org.caravanserai.partnering.introduction.ReportDesk;
import org.caravanserai.partnering.introduction.Reporting;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** How two people come to know of each other: by both saying yes, and in no other way. */
@IntegrationTest
class IntroductionsTest {

    @Autowired
    PartnerScene scene;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    Introducing introducing;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Blocking blocking;

    @Autowired
    Concealment concealment;

    @Autowired
    CardBrowsing browsing;

    @Autowired
    OwnCards cards;

    @Autowired
    ParticipantDirectory directory;

    @Autowired
    DirectoryMembership membership;

    @Autowired
    Reporting reporting;

    @Autowired
    ReportDesk desk;

    @Autowired
    PeopleFinding people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoAsksLearnsNothingUntilThereIsAYes() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        var silent = scene.member(meeting, "Silent", "JP");
        var unwilling = scene.member(meeting, "Unwilling", "JP");
        scene.asked(meeting.id(), asker, silent);
        var put = scene.asked(meeting.id(), asker, unwilling);
        var before = lines(meeting.id(), asker);

        Acting.as(unwilling, () -> introducing.putAside(put));

        assertThat(lines(meeting.id(), asker))
                .isEqualTo(before)
                .allSatisfy(line -> assertThat(line.standing()).isEqualTo(Standing.NOT_YET));
        Acting.as(
                asker,
                () -> assertThatThrownBy(() -> correspondence.read(put)).isInstanceOf(AccessDeniedException.class));
        assertThat(lines(meeting.id(), unwilling).getFirst().standing()).isEqualTo(Standing.PUT_ASIDE);
    }

    @Test
    void aQuestionThatWasPutAsideStaysSoWhenItIsAskedAgain() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        var unwilling = scene.member(meeting, "Unwilling", "JP");
        var put = scene.asked(meeting.id(), asker, unwilling);
        Acting.as(unwilling, () -> introducing.putAside(put));
        Acting.as(asker, () -> introducing.withdraw(put));
        assertThat(lines(meeting.id(), unwilling)).isEmpty();

        assertThat(scene.asked(meeting.id(), asker, unwilling)).isEqualTo(put);

        assertThat(lines(meeting.id(), unwilling).getFirst().standing()).isEqualTo(Standing.PUT_ASIDE);
        assertThat(lines(meeting.id(), asker).getFirst().standing()).isEqualTo(Standing.NOT_YET);
    }

    @Test
    void afterBothHaveSaidYesTheyWriteToEachOtherAndMeet() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        var asked = scene.member(meeting, "Asked", "JP");
        var introduction = scene.introduced(meeting.id(), asker, asked);

        Acting.as(asker, () -> correspondence.write(introduction, "Hello\n<b>there</b>"));
        assertThat(lines(meeting.id(), asked).getFirst().unread()).isEqualTo(1);
        assertThat(Acting.as(asked, () -> correspondence.read(introduction)))
                .containsExactly(new Correspondence.Message(
                        false,
                        "Hello\n<b>there</b>",
                        Acting.as(asker, () -> correspondence.read(introduction))
                                .getFirst()
                                .at()));
        assertThat(lines(meeting.id(), asked).getFirst().unread()).isZero();
        var time = new AppointmentTime(
                Instant.parse("2027-06-08T06:00:00Z"), Duration.ofMinutes(30), MeetingFixtures.ASTANA);
        assertThat(Acting.as(
                        asker,
                        () -> correspondence.meet(introduction, "Coffee", Language.EN, new Place.Undecided(), time)))
                .isNotNull();
        var stranger = scene.member(meeting, "Third", "UZ");
        Acting.as(
                stranger,
                () -> assertThatThrownBy(() -> correspondence.read(introduction))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void whoAsksBackHasSaidYes() {
        var meeting = scene.meeting();
        var one = scene.member(meeting, "One", "KZ");
        var other = scene.member(meeting, "Other", "JP");
        var first = scene.asked(meeting.id(), one, other);

        assertThat(scene.asked(meeting.id(), other, one)).isEqualTo(first);

        assertThat(lines(meeting.id(), one).getFirst().standing()).isEqualTo(Standing.AGREED);
    }

    @Test
    void theAuthorOfACardWithoutANameStaysUnknownUntilTheYes() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        var author = scene.somebody("Hidden Author", "JP");
        var card = scene.published(meeting, author, CardKind.NEED, "Dust", Visibility.SIGNED_IN);
        var introduction = Acting.as(asker, () -> introducing.askAbout(meeting.id(), card, "May we meet?"));

        assertThat(lines(meeting.id(), asker).getFirst().other()).isEmpty();
        assertThat(lines(meeting.id(), author).getFirst().other()).isPresent();
        Acting.as(author, () -> introducing.accept(introduction));
        assertThat(lines(meeting.id(), asker).getFirst().other())
                .hasValueSatisfying(
                        other -> assertThat(other.name().published()).isEqualTo("Hidden Author"));
    }

    @Test
    void askingTwiceAskingOneselfAndAskingWithoutALineAreRefused() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        var asked = scene.member(meeting, "Asked", "JP");
        scene.asked(meeting.id(), asker, asked);

        Acting.as(asker, () -> {
            assertRefused(() -> introducing.askFor(meeting.id(), asked, "Again"), "partner.introduction.twice");
            assertRefused(() -> introducing.askFor(meeting.id(), asker, "Me"), "partner.introduction.self");
            assertRefused(() -> introducing.askFor(meeting.id(), asked, " "), "partner.introduction.twice");
        });
        var other = scene.member(meeting, "Other", "JP");
        Acting.as(
                asker,
                () -> assertRefused(
                        () -> introducing.askFor(meeting.id(), other, "\u200b"), "partner.introduction.line.missing"));
    }

    @Test
    void onlySoManyAreAskedInADay() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        for (int i = 0; i < Introducing.A_DAY; i++) {
            scene.asked(meeting.id(), asker, scene.member(meeting, "Asked " + i, "JP"));
        }
        var last = scene.member(meeting, "Last", "JP");
        Acting.as(
                asker,
                () -> assertRefused(
                        () -> introducing.askFor(meeting.id(), last, "And you?"), "partner.introduction.often"));
    }

    @Test
    void mailsTellNeitherAddressesNorWhatWasWritten() {
        var meeting = scene.meeting();
        var asker = scene.member(meeting, "Asker", "KZ");
        var asked = scene.member(meeting, "Asked", "JP");
        var introduction = scene.introduced(meeting.id(), asker, asked);
        Acting.as(asker, () -> correspondence.write(introduction, "A secret word"));
        Acting.as(asker, () -> correspondence.write(introduction, "Another"));

        var toAsked = mailsTo(asked);
        assertThat(toAsked)
                .as("one for the question, one for all messages that wait")
                .hasSize(2);
        assertThat(toAsked)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Asker")
                        .doesNotContain(scene.addressOf(asker))
                        .doesNotContain("secret"));
        assertThat(mailsTo(asker))
                .singleElement()
                .satisfies(mail -> assertThat(mail).doesNotContain(scene.addressOf(asked)));
    }

    @Test
    void whoIsKeptAwayIsInvisibleInBothDirectionsEverywhere() {
        var meeting = scene.meeting();
        var one = scene.member(meeting, "One " + Ids.code(), "KZ");
        var other = scene.member(meeting, "Other " + Ids.code(), "JP");
        scene.published(meeting, one, CardKind.NEED, "Lidar", Visibility.SIGNED_IN);
        scene.published(meeting, other, CardKind.OFFER, "Lidar", Visibility.SIGNED_IN);
        var introduction = scene.introduced(meeting.id(), one, other);

        Acting.as(one, () -> assertThat(people.reachable(nameOf(other))).hasSize(1));

        var block = Acting.as(one, () -> blocking.block(other));

        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            var reader = pair.getFirst();
            Acting.as(reader, () -> {
                assertThat(concealment.hiddenFrom(reader)).containsExactly(pair.getLast());
                assertThat(directory
                                .find(meeting.id(), ParticipantDirectory.Filter.ALL, 0, 10)
                                .people())
                        .extracting(person -> person.person())
                        .containsExactly(reader);
                assertThat(browsing.find(meeting.id(), CardBrowsing.Filter.ALL, 0, 10)
                                .cards())
                        .isEmpty();
                assertThat(browsing.suggestions(meeting.id()).getFirst().suggestions())
                        .isEmpty();
                assertThat(introducing.mine(meeting.id())).isEmpty();
                assertThat(introducing.waiting()).isEmpty();
                assertThat(people.reachable(nameOf(pair.getLast()))).isEmpty();
                assertThatThrownBy(() -> correspondence.write(introduction, "Hello?"))
                        .isInstanceOf(AccessDeniedException.class);
                assertRefused(() -> introducing.askFor(meeting.id(), pair.getLast(), "Hello?"), "partner.person.gone");
            });
        }
        Acting.as(other, () -> assertThat(blocking.mine()).isEmpty());
        Acting.as(other, () -> blocking.unblock(block));
        Acting.as(
                one,
                () -> assertThat(concealment.hiddenFrom(one))
                        .as("only who keeps away lets back")
                        .isNotEmpty());
        Acting.as(one, () -> blocking.unblock(block));
        assertThat(lines(meeting.id(), one)).hasSize(1);
    }

    @Test
    void whoKeepsTheAuthorOfANamelessCardAwayDoesNotLearnWhoItIs() {
        var meeting = scene.meeting();
        var reader = scene.member(meeting, "Reader", "KZ");
        var author = scene.somebody("Hidden Author", "JP");
        var card = scene.published(meeting, author, CardKind.NEED, "Dust", Visibility.SIGNED_IN);

        Acting.as(reader, () -> {
            browsing.blockAuthor(meeting.id(), card);
            assertThat(blocking.mine())
                    .singleElement()
                    .satisfies(one -> assertThat(one.name()).isEmpty());
            assertThat(browsing.find(meeting.id(), CardBrowsing.Filter.ALL, 0, 10)
                            .total())
                    .isZero();
        });
    }

    @Test
    void whatIsReportedIsDealtWithByOrganisersAndSeenByNobodyElse() {
        var meeting = scene.meeting();
        var reporter = scene.member(meeting, "Reporter", "KZ");
        var author = scene.member(meeting, "Author", "JP");
        var card = scene.published(meeting, author, CardKind.NEED, "Buy now", Visibility.SIGNED_IN);
        Acting.as(reporter, () -> reporting.card(meeting.id(), card, "This sells something"));
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);

        Acting.as(
                author,
                () -> assertThatThrownBy(() -> desk.list(meeting.id())).isInstanceOf(AccessDeniedException.class));
        Acting.as(organiser, () -> {
            assertThat(desk.waiting())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.reports()).isEqualTo(1));
            var report = desk.list(meeting.id()).getFirst();
            assertThat(report.quoted()).contains("Buy now");
            desk.takeDown(meeting.id(), report.key());
            desk.exclude(meeting.id(), report.key());
            desk.settle(meeting.id(), report.key(), "Taken down");
            assertThat(desk.list(meeting.id()).getFirst().settledAt()).isPresent();
        });
        Acting.as(author, () -> {
            assertRefused(() -> cards.publish(card), "partner.barred");
            assertRefused(() -> membership.join(meeting.id(), Shown.ALL), "partner.barred");
        });
        Acting.as(
                reporter,
                () -> assertThat(browsing.find(meeting.id(), CardBrowsing.Filter.ALL, 0, 10)
                                .total())
                        .isZero());
        Acting.as(organiser, () -> {
            var report = desk.list(meeting.id()).getFirst();
            desk.readmit(meeting.id(), report.key());
            desk.putBack(meeting.id(), report.key());
            desk.reopen(meeting.id(), report.key());
        });
        Acting.as(
                reporter,
                () -> assertThat(browsing.find(meeting.id(), CardBrowsing.Filter.ALL, 0, 10)
                                .total())
                        .isEqualTo(1));
    }

    @Test
    void aReportOfAnotherMeetingIsNotThere() {
        var meeting = scene.meeting();
        var reporter = scene.member(meeting, "Reporter", "KZ");
        var author = scene.member(meeting, "Author", "JP");
        Acting.as(reporter, () -> reporting.person(meeting.id(), author, "Rude"));
        var key = Acting.as(fixtures.administrator(), () -> desk.list(meeting.id()))
                .getFirst()
                .key();
        var elsewhere = scene.meeting();
        var organiser = fixtures.personAs(Role.ORGANISER, elsewhere);

        Acting.as(organiser, () -> assertRefused(() -> desk.exclude(elsewhere.id(), key), "partner.report.gone"));
    }

    @Test
    void listsOfManyCostAsManyStatementsAsListsOfFew() {
        var meeting = scene.meeting();
        var reader = scene.member(meeting, "Reader", "KZ");
        scene.asked(meeting.id(), scene.member(meeting, "First", "UZ"), reader);
        statements(meeting.id(), reader);
        var few = statements(meeting.id(), reader);
        for (int i = 0; i < 20; i++) {
            scene.asked(meeting.id(), scene.member(meeting, "Asker " + i, "UZ"), reader);
        }
        statements(meeting.id(), reader);

        assertThat(statements(meeting.id(), reader)).isEqualTo(few);
    }

    private List<Integer> statements(org.caravanserai.meeting.MeetingId meeting, PersonId reader) {
        return Acting.as(
                reader,
                () -> List.of(
                        SqlCounter.count(() -> introducing.mine(meeting)),
                        SqlCounter.count(() -> introducing.waiting()),
                        SqlCounter.count(() -> introducing.askedAbout(meeting))));
    }

    private List<IntroductionLine> lines(org.caravanserai.meeting.MeetingId meeting, PersonId person) {
        return Acting.as(person, () -> introducing.mine(meeting));
    }

    private String nameOf(PersonId person) {
        return jdbc.sql("select published from person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    private Set<String> mailsTo(PersonId person) {
        return Set.copyOf(jdbc.sql("select subject || ' ' || text_body from outbox_message where person = ?")
                .param(person.value())
                .query(String.class)
                .list());
    }

    private static void assertRefused(Runnable work, String key) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
