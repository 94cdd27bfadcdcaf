package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.people.Person;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Slides and papers that speakers give to readers: nothing is public that its speaker has not released. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class HandoutsTest extends SpringBrowserlessTest {

    private static final byte[] PDF = "%PDF-1.4\n% slides\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant START = Instant.parse("2027-06-08T04:00:00Z");

    @Autowired
    WebApplicationContext application;

    @Autowired
    Proposing proposing;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    ProposalFiles files;

    @Autowired
    Sessions sessions;

    @Autowired
    Placements placements;

    @Autowired
    AgendaPublication publication;

    @Autowired
    HandoutSharing sharing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    Stage stage = new Stage("", "", new ProposalId(new UUID(0, 0)), new UUID(0, 0));
    Person speaker = new Person(org.caravanserai.text.PersonName.published("nobody yet"));
    Person organiser = speaker;

    /** A published session of an accepted proposal. */
    record Stage(String slug, String code, ProposalId proposal, UUID meeting) {

        String page() {
            return "/m/" + slug + "/sessions/" + code;
        }

        String file(UUID handout) {
            return page() + "/files/" + handout;
        }
    }

    @BeforeEach
    void aPublishedSession() {
        browser = PublicBrowser.of(application);
        var setting = proposing.meeting();
        speaker = proposing.person("Aigul Serikova");
        organiser = proposing.person("TANAKA Yuki", Role.ORGANISER, setting.meeting());
        var proposal = proposing.draft(setting, speaker);
        Acting.as(speaker.id(), () -> submission.submit(proposal));
        // What was handed in for review is no handout.
        Acting.as(speaker.id(), () -> files.add(proposal, new ProposalFiles.Upload(null, "for review.pdf", PDF)));
        change(proposal, p -> {
            p.accept(clock);
            p.confirm(clock);
        });
        Actor.asSystem(() -> {
            var session = sessions.findByProposal(proposal.value()).orElseThrow();
            placements.save(new Placement(session.id(), setting.meeting().id(), null, START, 60));
            publication.publish(setting.meeting().id(), LocalizedText.EMPTY);
            stage = new Stage(
                    setting.meeting().slug().value(),
                    session.code(),
                    proposal,
                    setting.meeting().key());
            return true;
        });
    }

    @Test
    void nothingIsPublicUntilItsSpeakerSaysSo() throws Exception {
        var handout = upload("slides.pdf");

        assertThat(text(stage.page())).doesNotContain("slides.pdf").doesNotContain("for review");
        assertThat(answer(stage.file(handout)).getStatus()).isEqualTo(404);

        show(handout, HandoutShowing.AT_ONCE);

        assertThat(text(stage.page() + "?lang=en"))
                .contains(stage.file(handout))
                .contains("slides.pdf")
                .contains("Paper · PDF · 1 kB")
                .doesNotContain("for review");
        assertThat(answer(stage.file(handout)).getContentAsByteArray()).isEqualTo(PDF);
    }

    @Test
    void aFileIsSavedAndNeverShownAndIsAskedForAgain() throws Exception {
        var handout = upload("Слайды \"髙\".pdf");
        show(handout, HandoutShowing.AT_ONCE);

        var sent = answer(stage.file(handout));

        assertThat(sent.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("UTF-8''");
        assertThat(sent.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(sent.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(sent.getHeader("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(sent.getHeader("Set-Cookie")).isNull();
        var again = browser.perform(
                        get(stage.file(handout)).header("If-None-Match", String.valueOf(sent.getHeader("ETag"))))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void whatIsForTheSessionWaitsUntilItBegins() throws Exception {
        var handout = upload("slides.pdf");
        show(handout, HandoutShowing.WITH_SESSION);

        clock.set(START.minusSeconds(1));
        assertThat(text(stage.page())).doesNotContain("slides.pdf");
        assertThat(answer(stage.file(handout)).getStatus()).isEqualTo(404);

        clock.set(START);
        assertThat(text(stage.page())).contains("slides.pdf");
        assertThat(answer(stage.file(handout)).getStatus()).isEqualTo(200);
    }

    @Test
    void organisersTakeDownWhatTheSpeakerCannotPutBack() throws Exception {
        var handout = upload("slides.pdf");
        show(handout, HandoutShowing.AT_ONCE);
        text(stage.page());

        Acting.as(organiser.id(), () -> sharing.takeDown(meeting(), handout, true));
        show(handout, HandoutShowing.AT_ONCE);

        assertThat(text(stage.page())).doesNotContain("slides.pdf");
        assertThat(answer(stage.file(handout)).getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> Acting.as(speaker.id(), () -> sharing.takeDown(meeting(), handout, false)))
                .isInstanceOf(AccessDeniedException.class);

        Acting.as(organiser.id(), () -> sharing.takeDown(meeting(), handout, false));
        assertThat(text(stage.page())).contains("slides.pdf");
    }

    @Test
    void whatIsWithdrawnTakesItsFilesAlong() throws Exception {
        var handout = upload("slides.pdf");
        show(handout, HandoutShowing.AT_ONCE);
        text(stage.page());

        change(stage.proposal(), p -> p.withdraw(clock));

        assertThat(text(stage.page())).doesNotContain("slides.pdf");
        assertThat(answer(stage.file(handout)).getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> upload("more.pdf")).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyWhoSpeaksForAProposalGivesFilesAndOnlyOfKnownKinds() {
        var stranger = proposing.person("Somebody Else");

        assertThatThrownBy(() -> Acting.as(stranger.id(), () -> sharing.add(stage.proposal(), "a.pdf", PDF)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(organiser.id(), () -> sharing.add(stage.proposal(), "a.pdf", PDF)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(
                        speaker.id(),
                        () -> sharing.add(stage.proposal(), "a.pdf", "<html>".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(Refusal.class);
        for (var i = 0; i < HandoutSharing.MOST; i++) {
            upload("slides.pdf");
        }
        assertThatThrownBy(() -> upload("one too many.pdf")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsNotPublicIsSavedByItsSpeakerAndOrganisersAlone() throws Exception {
        var handout = upload("slides.pdf");

        assertThat(as(speaker, "/proposals/handouts/" + handout).getContentAsByteArray())
                .isEqualTo(PDF);
        assertThat(as(organiser, "/proposals/handouts/" + handout).getHeader("Cache-Control"))
                .isEqualTo("private, no-store");
        assertThat(as(proposing.person("Somebody Else"), "/proposals/handouts/" + handout)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aSessionPageWithFilesIsServedAgainWithoutAStatement() throws Exception {
        show(upload("slides.pdf"), HandoutShowing.AT_ONCE);
        text(stage.page());

        var statements = SqlCounter.counting(() -> {
            try {
                return text(stage.page());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(statements.statements()).isZero();
    }

    @Test
    void theListOfOrganisersCostsTheSameForOneFileAndForMany() {
        upload("slides.pdf");
        // Who organises is asked once and remembered.
        listing();
        var one = listing();
        for (var i = 1; i < HandoutSharing.MOST; i++) {
            upload("more.pdf");
        }

        assertThat(listing()).isEqualTo(one);
    }

    @Test
    void speakersFindTheirFilesOnTheirProposalAndOrganisersInTheirList() {
        var handout = upload("slides.pdf");

        Acting.as(speaker.id(), () -> {
            UI.getCurrent().navigate("proposals/" + stage.code());
            var view = (Component) getCurrentView();
            assertThat(find(Anchor.class, view).all())
                    .extracting(Anchor::getHref)
                    .contains("/proposals/handouts/" + handout);
            assertThat(find(Select.class, view).all()).hasSizeGreaterThanOrEqualTo(2);
        });
        Acting.as(organiser.id(), () -> {
            UI.getCurrent().navigate("meetings/" + stage.slug() + "/handouts");
            var view = (Component) getCurrentView();
            test(find(Button.class, view).withText("Take down").single()).click();
            assertThat(sharing.ofMeeting(meeting()))
                    .extracting(line -> line.handout().takenDown())
                    .containsExactly(true);
        });
    }

    private int listing() {
        return SqlCounter.counting(() -> Acting.as(organiser.id(), () -> sharing.ofMeeting(meeting())))
                .statements();
    }

    private org.caravanserai.meeting.MeetingId meeting() {
        return new org.caravanserai.meeting.MeetingId(stage.meeting());
    }

    private UUID upload(String name) {
        return Acting.as(speaker.id(), () -> sharing.add(stage.proposal(), name, PDF))
                .key();
    }

    private void show(UUID handout, HandoutShowing showing) {
        Acting.as(speaker.id(), () -> sharing.show(stage.proposal(), handout, showing));
    }

    private void change(ProposalId proposal, java.util.function.Consumer<org.caravanserai.proposal.Proposal> step) {
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            var found = proposals.findById(proposal.value()).orElseThrow();
            step.accept(found);
            proposals.save(found);
        }));
    }

    private String text(String path) throws Exception {
        var answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return browser.perform(get(java.net.URI.create(path))).andReturn().getResponse();
    }

    private MockHttpServletResponse as(Person person, String path) throws Exception {
        var context = Acting.as(person.id(), SecurityContextHolder::getContext);
        return browser.perform(get(path).with(securityContext(context)))
                .andReturn()
                .getResponse();
    }
}
