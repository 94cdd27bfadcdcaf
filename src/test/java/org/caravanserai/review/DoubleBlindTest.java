package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Question;
import org.caravanserai.proposal.ReviewerText;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.review.assigning.BidSuggestions;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.Blindness;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.DiscussionMailing;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewPhase;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewReminding;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * While a phase is double-blind, nothing that a reviewer gets of a proposal says whose it is: not its texts, answers, files,
 * revisions, lists, search, mails or discussion. In every other phase, and to everybody else, it says all.
 */
@IntegrationTest
class DoubleBlindTest {

    private static final byte[] NAMELESS = pdf("", "We weigh salt");
    private static final byte[] SIGNED = pdf("/Author (Dinara Bekova)", "As Bekova has shown");

    @Autowired
    Committee committee;

    @Autowired
    CallSetUp call;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalReading reading;

    @Autowired
    ProposalFiles files;

    @Autowired
    ReviewerTexts texts;

    @Autowired
    ProposalFinder finder;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    Assigning assigning;

    @Autowired
    Bidding bidding;

    @Autowired
    BidSuggestions suggestions;

    @Autowired
    ReviewQueue queue;

    @Autowired
    Reviewing reviewing;

    @Autowired
    ReviewSheets sheets;

    @Autowired
    Discussing discussing;

    @Autowired
    ReviewReminding reminding;

    @Autowired
    DiscussionMailing telling;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Committee.Scene scene;
    private Person author;
    private Proposal proposal;
    private UUID signed = new UUID(0, 0);
    private UUID nameless = new UUID(0, 0);

    @BeforeEach
    void aProposalThatNamesItsAuthorEverywhere() {
        scene = committee.scene();
        author = committee.person("Dinara Bekova", "Динара Бекова", Language.RU, "KG");
        proposal = committee.submitted(scene, author, LocalizedText.english("Bekova’s method for salt"), 0, 1, "en");
        var meeting = scene.meeting().id();
        Acting.as(
                scene.organiser(),
                () -> call.begin(meeting, LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.of(2027, 1, 1, 0, 0)));
        var grant = ask(meeting, "Your laboratory", true);
        var method = ask(meeting, "Method", false);
        Actor.asSystem(() -> {
            var stored = proposals.findById(proposal.key()).orElseThrow();
            stored.write(
                    new Proposal.Content(
                            stored.sessionType(),
                            stored.title(),
                            LocalizedText.english("At the University of KG we, D. Bekova and others, weigh salt."),
                            stored.topics(),
                            20,
                            "en",
                            "en",
                            30,
                            null),
                    clock);
            stored.answer(Map.of(grant, "The Bekova laboratory", method, "As in Bekova 2019"));
            proposals.save(stored);
        });
        Acting.as(author.id(), () -> {
            signed = files.add(proposal.id(), new ProposalFiles.Upload(null, "bekova.pdf", SIGNED))
                    .key();
            nameless = files.add(proposal.id(), new ProposalFiles.Upload(null, "dinara-b.pdf", NAMELESS))
                    .key();
        });
        Acting.as(scene.chair(), () -> assigning.assign(proposal.id(), scene.reviewer()));
    }

    @ParameterizedTest
    @EnumSource(ReviewPhase.class)
    void inADoubleBlindPhaseAReviewerGetsNothingThatNamesTheAuthors(ReviewPhase phase) {
        if (phase == ReviewPhase.DISCUSSION) {
            review();
        }
        blind(phase, Blindness.DOUBLE);
        prepare(author.id());

        assertThat(String.join("\n", seenBy(scene.reviewer(), phase)))
                .contains("[hidden]")
                .doesNotContainIgnoringCase("bekova")
                .doesNotContainIgnoringCase("dinara")
                .doesNotContain("University of KG", "Your laboratory");
        assertThat(filesOf(scene.reviewer())).containsExactly(proposal.code() + "-2.pdf");
        assertThat(found(scene.reviewer(), "bekova")).isEmpty();
        assertThat(found(scene.reviewer(), "method")).containsExactly(proposal.code());
        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> files.download(signed)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> files.bytes(signed)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(Acting.as(scene.reviewer(), () -> files.download(nameless)).name())
                .isEqualTo(proposal.code() + "-2.pdf");
    }

    @ParameterizedTest
    @EnumSource(ReviewPhase.class)
    void whoLeadsAndWhoWroteItReadAllOfItInEveryPhase(ReviewPhase phase) {
        blind(phase, Blindness.DOUBLE);
        prepare(scene.chair());

        for (var person : List.of(scene.organiser(), scene.chair(), author.id())) {
            var view = Acting.as(person, () -> reading.view(proposal.id()));
            assertThat(view.title().text(Language.EN)).isEqualTo("Bekova’s method for salt");
            assertThat(view.people()).hasSize(1);
            assertThat(view.answers()).hasSize(2);
            assertThat(filesOf(person)).containsExactly("bekova.pdf", "dinara-b.pdf");
        }
        assertThat(found(scene.chair(), "bekova")).containsExactly(proposal.code());
    }

    @ParameterizedTest
    @EnumSource(
            value = Blindness.class,
            names = {"OPEN", "SINGLE"})
    void whereReviewersMayKnowTheAuthorsTheyReadAllOfIt(Blindness blindness) {
        blind(ReviewPhase.REVIEWING, Blindness.DOUBLE);
        prepare(author.id());
        blind(ReviewPhase.REVIEWING, blindness);

        var view = Acting.as(scene.reviewer(), () -> reading.view(proposal.id()));
        assertThat(view.title().text(Language.EN)).isEqualTo("Bekova’s method for salt");
        assertThat(view.answers()).hasSize(2);
        assertThat(filesOf(scene.reviewer())).containsExactly("bekova.pdf", "dinara-b.pdf");
        assertThat(found(scene.reviewer(), "bekova")).containsExactly(proposal.code());
        assertThat(Acting.as(author.id(), () -> texts.of(proposal.id())))
                .as("nothing to prepare where every phase is open")
                .isEmpty();
    }

    @Test
    void aColleagueWhoWritesTheReviewIsAsBlindAsItsReviewer() {
        blind(ReviewPhase.REVIEWING, Blindness.DOUBLE);
        prepare(author.id());
        var colleague = committee.person("Odd Colleague", "", Language.EN, "JP");
        Acting.as(
                scene.reviewer(),
                () -> reviewing.askToWrite(
                        queue.mine(scene.meeting().id()).getFirst().assignment(), colleague.id()));

        var view = Acting.as(colleague.id(), () -> reading.view(proposal.id()));
        assertThat(view.people()).isEmpty();
        assertThat(view.toString()).doesNotContain("Bekova", "University of KG");
        assertThat(filesOf(colleague.id())).containsExactly(proposal.code() + "-2.pdf");
    }

    @Test
    void authorsAndChairsSeeWhatGivesThemAwayAndNobodyElseMay() {
        blind(ReviewPhase.DISCUSSION, Blindness.DOUBLE);
        for (var person : List.of(author.id(), scene.chair(), scene.organiser())) {
            assertThat(Acting.as(person, () -> texts.of(proposal.id()))
                            .orElseThrow()
                            .found())
                    .contains("Bekova’s", "University of KG", "D. Bekova", "Bekova");
        }
        for (var person : List.of(
                scene.reviewer(), committee.person("Odd", "", Language.EN, "JP").id())) {
            assertThatThrownBy(() -> Acting.as(person, () -> texts.of(proposal.id())))
                    .isInstanceOf(AccessDeniedException.class);
        }
        prepare(author.id());
        assertThat(Acting.as(author.id(), () -> texts.of(proposal.id()))
                        .orElseThrow()
                        .found())
                .isEmpty();
    }

    @Test
    void authorsAndChairsAreToldWhichFileGivesThemAwayAndGiveItAllTheSame() {
        blind(ReviewPhase.REVIEWING, Blindness.DOUBLE);
        for (var person : List.of(author.id(), scene.chair())) {
            var checked = Acting.as(person, () -> texts.check(proposal.id()));
            assertThat(checked).extracting(ReviewerText.Checked::file).containsExactly(signed, nameless);
            assertThat(checked.getFirst().found())
                    .containsExactly(
                            new ReviewerText.Trace(ReviewerText.Place.PROPERTIES, "Dinara Bekova", 0),
                            new ReviewerText.Trace(ReviewerText.Place.PAGE, "Bekova", 1));
            assertThat(checked.getLast().found()).isEmpty();
            assertThat(checked).allMatch(ReviewerText.Checked::whole);
        }
        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> texts.check(proposal.id())))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(filesOf(scene.reviewer())).isEmpty();
        Acting.as(author.id(), () -> texts.show(proposal.id(), signed, true));
        assertThat(filesOf(scene.reviewer())).containsExactly(proposal.code() + "-1.pdf");
        Acting.as(author.id(), () -> texts.show(proposal.id(), signed, false));
        assertThat(filesOf(scene.reviewer())).isEmpty();
    }

    @Test
    void whoWritesOverTheTextOfAnotherIsRefused() {
        blind(ReviewPhase.REVIEWING, Blindness.DOUBLE);
        prepare(author.id());
        prepare(scene.chair());
        assertThatThrownBy(() -> Acting.as(author.id(), () -> texts.write(proposal.id(), 0, Map.of())))
                .isInstanceOf(org.springframework.dao.OptimisticLockingFailureException.class);
    }

    private UUID ask(MeetingId meeting, String label, boolean identifying) {
        return Acting.as(
                scene.organiser(),
                () -> call.ask(
                        meeting,
                        new Question.Content(
                                Question.Kind.TEXT,
                                LocalizedText.english(label),
                                LocalizedText.EMPTY,
                                List.of(),
                                false,
                                Set.of(),
                                identifying)));
    }

    private void prepare(PersonId person) {
        Acting.as(person, () -> {
            var text = texts.of(proposal.id()).orElseThrow();
            texts.write(proposal.id(), text.version(), texts.hidden(proposal.id(), text.shown()));
            texts.show(proposal.id(), nameless, true);
        });
    }

    /** All that a reviewer gets of the proposal on every way to it. */
    private List<String> seenBy(PersonId reviewer, ReviewPhase phase) {
        var seen = new ArrayList<String>();
        var meeting = scene.meeting().id();
        Acting.as(reviewer, () -> {
            for (var order : ProposalOrder.values()) {
                seen.add(finder.find(meeting, ProposalFilter.ALL, order, false, 0, 10)
                        .toString());
            }
            seen.add(finder.count(meeting, ProposalFilter.ALL).toString());
            seen.add(reading.view(proposal.id()).toString());
            seen.add(reading.revisions(proposal.id()).toString());
            seen.add(files.list(proposal.id()).toString());
            seen.add(bidding.list(meeting, false, 0, 10).toString());
            seen.add(suggestions.list(meeting, BidSuggestions.Filter.ALL, 0, 10).toString());
            assertThat(suggestions.count(
                            meeting,
                            new BidSuggestions.Filter(
                                    "bekova", Optional.empty(), Optional.empty(), BidSuggestions.Said.ALL)))
                    .isZero();
            seen.add(queue.mine(meeting).toString());
        });
        Actor.asSystem(() -> reminding.remind());
        if (phase != ReviewPhase.DISCUSSION) {
            review();
        }
        Acting.as(scene.chair(), () -> discussing.post(proposal.id(), "Bekova did this before", Set.of()));
        Acting.as(reviewer, () -> {
            seen.add(sheets.of(proposal.id()).toString());
            seen.add(discussing.posts(proposal.id()).toString());
            seen.add(discussing.participants(proposal.id()).toString());
        });
        clock.advance(DiscussionMailing.QUIET);
        Actor.asSystem(() -> telling.tell());
        seen.addAll(jdbc.sql("select subject || text_body || html_body from outbox_message where person = ?")
                .param(reviewer.value())
                .query(String.class)
                .list());
        return seen;
    }

    private void review() {
        Acting.as(scene.reviewer(), () -> {
            var item = queue.mine(scene.meeting().id()).getFirst();
            reviewing.submit(
                    item.assignment(),
                    reviewing.open(item.assignment()).version(),
                    new ReviewForm(Map.of(), Optional.of(Recommendation.ACCEPT), 3, "Thanks", "Good"));
        });
    }

    private List<String> filesOf(PersonId person) {
        return Acting.as(person, () -> reading.view(proposal.id())).files().stream()
                .map(ProposalFiles.Kept::name)
                .toList();
    }

    private List<String> found(PersonId person, String words) {
        return Acting.as(
                        person,
                        () -> finder.find(
                                scene.meeting().id(),
                                ProposalFilter.ALL.withWords(words),
                                ProposalOrder.CODE,
                                false,
                                0,
                                10))
                .stream()
                .map(ProposalRow::code)
                .toList();
    }

    /** Now is in that phase, and it is as blind as said; the others are single-blind. */
    private void blind(ReviewPhase phase, Blindness blindness) {
        var now = clock.instant();
        var past = Optional.of(now.minus(Duration.ofDays(1)));
        var soon = Optional.of(now.plus(Duration.ofHours(20)));
        var all = new EnumMap<ReviewPhase, Blindness>(ReviewPhase.class);
        for (var each : ReviewPhase.values()) {
            all.put(each, each == phase ? blindness : Blindness.SINGLE);
        }
        committee.plan(
                scene,
                c -> c.blind(all)
                        .until(new ReviewPlan.Deadlines(
                                phase == ReviewPhase.BIDDING ? soon : Optional.empty(),
                                phase == ReviewPhase.DISCUSSION ? past : Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static byte[] pdf(String properties, String words) {
        var page = "BT /F1 12 Tf 72 700 Td (" + words + ") Tj ET";
        return ("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj\n"
                        + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                        + " /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj\n"
                        + "4 0 obj <</Length " + page.length() + ">>\nstream\n" + page + "\nendstream endobj\n"
                        + "5 0 obj <<" + properties + ">> endobj\ntrailer <</Root 1 0 R /Info 5 0 R>>\n%%EOF")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
