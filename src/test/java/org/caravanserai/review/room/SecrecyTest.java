package org.caravanserai.review.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.mail.SentMail;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.MyProposals;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.review.Committee;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.Verdict;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Who reviewed, and what a committee says among itself, leaves no trace in anything that an author or an outsider can get:
 * everything is the same, to the letter and to the number of statements, whoever reviewed and whatever was noted.
 */
@IntegrationTest
class SecrecyTest {

    private static final List<String> OF_MEETING = List.of(
            "/m/{slug}",
            "/m/{slug}/programme",
            "/m/{slug}/programme?q=salt",
            "/m/{slug}/programme?q=Zhanna",
            "/m/{slug}/programme?q=never+again",
            "/m/{slug}/programme.ics",
            "/m/{slug}/schedule.xml",
            "/m/{slug}/schedule.json",
            "/m/{slug}/releases",
            "/m/{slug}/people/{author}",
            "/m/{slug}/people/{reviewer}",
            "/m/{slug}/people/{author}.ics",
            "/m/{slug}/people/{reviewer}.ics",
            "/people/{author}/picture",
            "/people/{reviewer}/picture");
    private static final List<String> ALL =
            Stream.concat(Stream.of("/"), OF_MEETING.stream()).toList();

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Committee committee;

    @Autowired
    Meetings meetings;

    @Autowired
    MyProposals mine;

    @Autowired
    ProposalReading reading;

    @Autowired
    AuthorFeedback feedback;

    @Autowired
    ReviewerRoster roster;

    @Autowired
    ReviewerProfile profile;

    @Autowired
    Assigning assigning;

    @Autowired
    ReviewQueue queue;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Discussing discussing;

    @Autowired
    ProposalTags tags;

    @Autowired
    Deciding deciding;

    @Autowired
    Rooms rooms;

    @Autowired
    Sessions sessions;

    @Autowired
    Placements placements;

    @Autowired
    AgendaPublication publication;

    @Autowired
    SentMail sent;

    @Autowired
    WebApplicationContext application;

    private MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    private Committee.Scene scene;
    private Person author;
    private Person outsider;
    private Person other;
    private String code = "";
    private List<Proposal> proposals = List.of();

    @BeforeEach
    void openABrowser() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        makeMeeting();
    }

    @Test
    void inTwoMeetingsThatDifferInReviewersAndNotesAloneAuthorsGetTheSame() throws Exception {
        makeMeeting();
        review(scene.reviewer(), "A word", 1);
        send();
        publish();
        var quiet = normal(seen(OF_MEETING));
        var quietMails = normal(mails());

        makeMeeting();
        review(other.id(), "Zhanna Reviewer says: never again, and tell nobody. ".repeat(20), 5);
        Acting.as(scene.chair(), () -> tags.mark(scene.meeting().id(), keys(), "doubtful"));
        send();
        publish();
        var loud = normal(seen(OF_MEETING));
        var loudMails = normal(mails());

        same(loud, quiet);
        assertThat(loud).anyMatch(page -> page.contains("BEGIN:VEVENT"));
        same(loudMails, quietMails);
        assertThat(loudMails).isNotEmpty();
        assertThat(loudMails).allMatch(mail -> mail.contains("From: ") && mail.contains("Auto-Submitted: "));
        assertThat(loud + loudMails.toString()).doesNotContain("Zhanna Reviewer", "never again", "doubtful", "CHAIR");
    }

    @Test
    void whileTheCommitteeIsAtWorkNothingMovesOutsideNotEvenAnETag() throws Exception {
        makeMeeting();
        review(scene.reviewer(), "A word", 1);
        publish();
        var before = seen(ALL);
        assertThat(before).anyMatch(page -> page.startsWith("200 ") && page.contains("<html"));

        review(other.id(), "Never again. ".repeat(50), 5);
        Acting.as(scene.chair(), () -> {
            tags.mark(scene.meeting().id(), keys(), "doubtful");
            deciding.decide(scene.meeting().id(), keys().subList(0, 2), Verdict.ACCEPT, "Not yet to be known");
            deciding.decide(scene.meeting().id(), keys().subList(2, 3), Verdict.DECLINE, "");
        });

        same(seen(ALL), before);
        assertThat(mails()).noneMatch(m -> m.contains("Not yet to be known"));
    }

    private static void same(List<String> one, List<String> other) {
        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i)).isEqualTo(other.get(i));
        }
    }

    private void makeMeeting() {
        scene = committee.scene();
        Actor.asSystem(() -> {
            var open = meetings.findById(scene.meeting().key()).orElseThrow();
            open.open();
            meetings.save(open);
        });
        author = committee.person("Dinara Bekova", "", Language.RU, "KG");
        outsider = committee.person("Odd Outsider", "", Language.EN, "JP");
        other = committee.person("Zhanna Reviewer", "", Language.EN, "UZ");
        proposals = List.of(submitted("Salt"), submitted("Dust"), submitted("Wind"));
        Acting.as(scene.organiser(), () -> roster.invite(scene.meeting().id(), other.id()));
        Acting.as(other.id(), () -> profile.answer(scene.meeting().id(), true));
        // Under review whoever is asked: which reviewers there are is what differs.
        Acting.as(scene.chair(), () -> proposals.forEach(p -> assigning.assign(p.id(), scene.reviewer())));
    }

    private Proposal submitted(String title) {
        return committee.submitted(scene, author, LocalizedText.english(title), 0, 0, "en");
    }

    private void review(PersonId reviewer, String note, int posts) {
        if (!reviewer.equals(scene.reviewer())) {
            Acting.as(scene.chair(), () -> proposals.forEach(p -> assigning.assign(p.id(), reviewer)));
        }
        Acting.as(reviewer, () -> {
            for (var item : queue.mine(scene.meeting().id())) {
                reviewing.submit(
                        item.assignment(),
                        reviewing.open(item.assignment()).version(),
                        new ReviewForm(Map.of(), Optional.of(Recommendation.ACCEPT), 3, "Thank you.", note));
            }
        });
        Acting.as(scene.chair(), () -> {
            for (int i = 0; i < posts; i++) {
                discussing.post(proposals.getFirst().id(), note, Set.of());
            }
        });
    }

    private void send() {
        Acting.as(scene.chair(), () -> {
            var accepted = deciding.decide(scene.meeting().id(), keys().subList(0, 2), Verdict.ACCEPT, "Welcome");
            var declined = deciding.decide(scene.meeting().id(), keys().subList(2, 3), Verdict.DECLINE, "");
            deciding.send(scene.meeting().id(), accepted.decisions());
            deciding.send(scene.meeting().id(), declined.decisions());
        });
    }

    /** Everything that the author, somebody else and nobody get, each with what it costs. */
    private List<String> seen(List<String> pages) throws Exception {
        var seen = new ArrayList<String>();
        for (var person : List.of(author, outsider)) {
            Acting.as(person.id(), () -> {
                seen.add(counted(() -> mine.list(0, 50)));
                seen.add(counted(mine::count));
                seen.add(counted(mine::asked));
                proposals.forEach(p -> seen.add(counted(() -> reading.find(p.code()))));
            });
        }
        Acting.as(
                author.id(),
                () -> proposals.forEach(p -> {
                    seen.add(counted(() -> reading.view(p.id())));
                    seen.add(counted(() -> reading.revisions(p.id())));
                    seen.add(counted(() -> feedback.of(p.id())));
                }));
        for (var page : pages) {
            var address = page.replace("{slug}", scene.meeting().slug().value())
                    .replace("{author}", author.code())
                    .replace("{reviewer}", other.code());
            seen.add(answer(get(address)));
            seen.add(answer(
                    get(address).with(securityContext(Acting.as(author.id(), SecurityContextHolder::getContext)))));
        }
        return seen;
    }

    private String answer(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        // What is remembered of a page for a while, such as a release once read, is no part of the answer.
        asked(request);
        var counted = SqlCounter.counting(() -> asked(request));
        var response = counted.result();
        return response.getStatus() + " " + response.getHeader("ETag") + " " + response.getHeader("Last-Modified") + " "
                + counted.statements() + " "
                + response.getContentAsString().replaceAll("nonce(=|-)\"?[^\"' ]+", "nonce");
    }

    private org.springframework.mock.web.MockHttpServletResponse asked(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Her roles are read anew each time: what is remembered of them for two seconds must not count once and once not. */
    private <T> String counted(Supplier<T> work) {
        Actor.person().map(PersonId::new).map(RolesChanged::gained).ifPresent(events::publishEvent);
        var counted = SqlCounter.counting(work);
        return counted.statements() + " " + counted.result();
    }

    /** What is queued for the author, as it crosses the wire: header by header, byte by byte. */
    private List<String> mails() {
        return sent.to(author.id());
    }

    /** A programme with one session, so that there is something to search, to subscribe to and to fetch. */
    private void publish() {
        Actor.asSystem(() -> {
            var hall = rooms.save(
                    new Room(scene.meeting().id(), LocalizedText.english("Hall"), LocalizedText.EMPTY, 100, 0));
            var session = sessions.save(new Session(
                    scene.meeting().id(), scene.types().getFirst().key(), LocalizedText.english("On salt"), 30));
            placements.save(new Placement(
                    session.id(), scene.meeting().id(), hall.key(), Instant.parse("2027-06-08T05:00:00Z"), 30));
            code = session.code();
        });
        Acting.as(scene.organiser(), () -> publication.publish(scene.meeting().id(), LocalizedText.EMPTY));
    }

    private List<java.util.UUID> keys() {
        return proposals.stream().map(Proposal::key).toList();
    }

    /** Without what names the meeting, its proposals and the moment. */
    private List<String> normal(List<String> texts) {
        return texts.stream()
                .map(text -> {
                    var now = text.replace(scene.meeting().slug().value(), "SLUG")
                            .replace(author.code(), "AUTHOR")
                            .replace(other.code(), "OTHER")
                            .replace(code.isEmpty() ? "no session" : code, "SESSION")
                            .replace(code.isEmpty() ? "no session" : code.toLowerCase(java.util.Locale.ROOT), "SESSION")
                            .replace(author.code().toLowerCase(java.util.Locale.ROOT), "AUTHOR");
                    for (int i = 0; i < proposals.size(); i++) {
                        now = now.replace(proposals.get(i).code(), "CODE" + i);
                    }
                    return now.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "KEY")
                            .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT")
                            .replaceAll("(DTSTAMP|LAST-MODIFIED|CREATED):\\d{8}T\\d{6}Z", "$1:MOMENT")
                            .replaceAll("(event id=\"|\"id\":)\\d+", "$1NUMBER")
                            .replaceAll("@[0-9a-f]{5,8}\\b", "@OBJECT")
                            .replaceAll("^(\\d{3}) \\S+ ", "$1 ETAG ");
                })
                .toList();
    }
}
