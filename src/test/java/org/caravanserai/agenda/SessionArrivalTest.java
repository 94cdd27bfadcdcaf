package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.caravanserai.agenda.AgendaNews.Kind;
import org.caravanserai.agenda.ReleaseDifference.Change;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.InvitationAnswering;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class SessionArrivalTest {

    @Autowired
    Proposing proposing;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    ContributorInviting inviting;

    @Autowired
    InvitationAnswering answering;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    AgendaNews news;

    @Autowired
    AgendaBoards boards;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    SessionEditing editing;

    @Autowired
    AgendaPublication publication;

    @Autowired
    Sessions sessions;

    @Autowired
    Talks talks;

    @Autowired
    SessionPersons persons;

    @Autowired
    Placements placements;

    @Autowired
    Clock clock;

    private Proposing.Setting setting;
    private Person organiser;
    private Person convener;
    private Person speaker;

    @BeforeEach
    void aMeetingWithAConvenerAndASpeaker() {
        setting = proposing.meeting();
        organiser = proposing.person("Asel NURLANOVA", Role.ORGANISER, setting.meeting());
        convener = proposing.person("SATO Junichi");
        speaker = proposing.person("Dilnoza Karimova");
    }

    @Test
    void aTalkThatWasConfirmedFirstMovesIntoItsSessionWhenThatComes() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(talk, p -> p.confirm(clock));
        var apart = sessions.findByProposal(talk.value()).orElseThrow();
        place(apart);

        change(session, p -> p.confirm(clock));

        var made = sessions.findByProposal(session.value()).orElseThrow();
        assertThat(talks.findByProposal(talk.value()).orElseThrow().session()).isEqualTo(made.id());
        assertThat(peopleOf(made)).containsExactlyInAnyOrder(convener.id(), speaker.id());
        var board =
                Acting.as(organiser.id(), () -> boards.board(setting.meeting().id()));
        assertThat(board.sessions())
                .extracting(AgendaBoard.BoardSession::key)
                .as("the talk waits by itself no more")
                .containsExactly(made.key());
        assertThat(placements.findBySession(apart.key())).isEmpty();
        assertThat(unseen()).extracting(AgendaNews.News::kind).containsExactly(Kind.TALK_CAME);
        assertThat(unseen().getFirst().wasAt()).contains(SampleAgenda.START);
        assertThatThrownBy(() -> Acting.as(organiser.id(), () -> editing.reinstate(apart.id())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aTalkConfirmedAfterItsSessionGoesStraightIntoIt() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(session, p -> p.confirm(clock));

        change(talk, p -> p.confirm(clock));

        assertThat(talks.findByProposal(talk.value())).isPresent();
        assertThat(sessions.findByProposal(talk.value())).isEmpty();
    }

    @Test
    void whoConfirmsHerPartLaterIsAddedAndWhoIsTakenOffOrDeclinesGoes() {
        var proposal = accepted(setting.oral(), convener, "Water", null);
        Acting.as(convener.id(), () -> inviting.add(proposal, speaker.id(), ContributorRole.PRESENTER));
        change(proposal, p -> p.confirm(clock));
        var session = sessions.findByProposal(proposal.value()).orElseThrow();
        assertThat(peopleOf(session)).containsExactly(convener.id());

        var asked = contributors
                .findByProposalAndPerson(proposal.value(), speaker.key())
                .getFirst();
        Acting.as(speaker.id(), () -> answering.confirmAsMe(asked.key()));
        assertThat(peopleOf(session)).containsExactlyInAnyOrder(convener.id(), speaker.id());

        var removal = Acting.as(convener.id(), () -> inviting.remove(proposal, asked.key()));
        assertThat(peopleOf(session)).containsExactly(convener.id());
        Acting.as(convener.id(), () -> inviting.putBack(proposal, removal));
        assertThat(peopleOf(session)).containsExactlyInAnyOrder(convener.id(), speaker.id());

        var again = contributors
                .findByProposalAndPerson(proposal.value(), speaker.key())
                .getFirst();
        Acting.as(speaker.id(), () -> answering.declineAsMe(again.key()));
        assertThat(peopleOf(session)).containsExactly(convener.id());
        assertThat(unseen())
                .extracting(AgendaNews.News::kind)
                .containsExactly(Kind.PERSON_LEFT, Kind.PERSON_CAME, Kind.PERSON_LEFT, Kind.PERSON_CAME);
    }

    @Test
    void whoSpeaksInATalkIsFollowedToo() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(session, p -> p.confirm(clock));
        change(talk, p -> p.confirm(clock));
        Acting.as(speaker.id(), () -> inviting.add(talk, organiser.id(), ContributorRole.AUTHOR));
        var asked = contributors
                .findByProposalAndPerson(talk.value(), organiser.key())
                .getFirst();

        Acting.as(organiser.id(), () -> answering.confirmAsMe(asked.key()));

        var key = talks.findByProposal(talk.value()).orElseThrow().key();
        assertThat(persons.findByTalk(key))
                .extracting(SessionPerson::person)
                .containsExactlyInAnyOrder(speaker.id(), organiser.id());
    }

    @Test
    void theOrderAndTheRolesOfThePeopleAreFollowed() {
        var proposal = accepted(setting.oral(), convener, "Water", null);
        change(proposal, p -> p.confirm(clock));
        Acting.as(convener.id(), () -> inviting.add(proposal, speaker.id(), ContributorRole.PRESENTER));
        var asked = contributors
                .findByProposalAndPerson(proposal.value(), speaker.key())
                .getFirst();
        Acting.as(speaker.id(), () -> answering.confirmAsMe(asked.key()));
        var session = sessions.findByProposal(proposal.value()).orElseThrow();

        Acting.as(convener.id(), () -> inviting.arrange(proposal, List.of(asked.key())));
        Acting.as(convener.id(), () -> inviting.changeRole(proposal, asked.key(), ContributorRole.INTERPRETER));

        assertThat(peopleOf(session)).containsExactly(speaker.id(), convener.id());
        assertThat(persons.findBySessionInOrderByPosition(List.of(session.key()))
                        .getFirst()
                        .role())
                .isEqualTo(ContributorRole.INTERPRETER);
    }

    @Test
    void whatIsWithdrawnAfterItWasPlacedIsCalledOffToldAndMarkedInTheNextRelease() {
        var proposal = accepted(setting.oral(), convener, "Water", null);
        change(proposal, p -> p.confirm(clock));
        var session = sessions.findByProposal(proposal.value()).orElseThrow();
        place(session);
        publish();

        Acting.as(convener.id(), () -> submission.withdraw(proposal));

        assertThat(sessions.findById(session.key()).orElseThrow().isCancelled()).isTrue();
        var told = unseen().getFirst();
        assertThat(told.kind()).isEqualTo(Kind.CALLED_OFF);
        assertThat(told.wasAt()).contains(SampleAgenda.START);
        assertThat(changes()).containsExactly(new Change.Cancelled());

        Acting.as(convener.id(), () -> submission.restore(proposal));
        assertThat(unseen().getFirst().kind()).isEqualTo(Kind.STANDS_AGAIN);
        assertThat(peopleOf(session)).containsExactly(convener.id());
    }

    @Test
    void aTalkThatIsTakenBackLeavesItsSessionAndComesBackWhenItIsRestored() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(talk, p -> p.confirm(clock));
        change(session, p -> p.confirm(clock));
        var made = sessions.findByProposal(session.value()).orElseThrow();

        Acting.as(speaker.id(), () -> submission.withdraw(talk));
        assertThat(peopleOf(made)).containsExactly(convener.id());
        assertThat(unseen().getFirst().kind()).isEqualTo(Kind.TALK_LEFT);

        Acting.as(speaker.id(), () -> submission.restore(talk));
        assertThat(peopleOf(made)).containsExactlyInAnyOrder(convener.id(), speaker.id());
    }

    @Test
    void theTalksOfASessionThatIsCalledOffWaitAgainAndReturnWithIt() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(talk, p -> p.confirm(clock));
        change(session, p -> p.confirm(clock));
        var made = sessions.findByProposal(session.value()).orElseThrow();

        Acting.as(organiser.id(), () -> editing.callOff(made.id()));

        var apart = sessions.findByProposal(talk.value()).orElseThrow();
        assertThat(apart.isCancelled()).isFalse();
        assertThat(peopleOf(apart)).containsExactly(speaker.id());
        assertThat(talks.findByProposal(talk.value())).isEmpty();
        assertThat(unseen().getFirst().kind()).isEqualTo(Kind.TALK_WAITS);

        Acting.as(organiser.id(), () -> editing.reinstate(made.id()));
        assertThat(talks.findByProposal(talk.value()).orElseThrow().session()).isEqualTo(made.id());
        assertThat(sessions.findById(apart.key()).orElseThrow().joined()).contains(made.id());
    }

    @Test
    void theTalksOfASessionThatItsProposerWithdrawsWaitAgain() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(session, p -> p.confirm(clock));
        change(talk, p -> p.confirm(clock));

        change(session, p -> p.cancel(clock));

        assertThat(sessions.findByProposal(talk.value())).isPresent();
        assertThat(unseen()).extracting(AgendaNews.News::kind).startsWith(Kind.CALLED_OFF, Kind.TALK_WAITS);
    }

    @Test
    void theNextReleaseTellsThatASessionIsATalkNowAndTheOneAfterThatItIsOneByItselfAgain() {
        var session = accepted(setting.oral(), convener, "Water", null);
        var talk = accepted(setting.talk(), speaker, "Dust storms", session);
        change(talk, p -> p.confirm(clock));
        place(sessions.findByProposal(talk.value()).orElseThrow());
        publish();
        change(session, p -> p.confirm(clock));
        var made = sessions.findByProposal(session.value()).orElseThrow();
        place(made);

        assertThat(changes())
                .containsExactlyInAnyOrder(new Change.Added(), new Change.BecameTalk(LocalizedText.english("Water")));
        publish();

        Acting.as(organiser.id(), () -> editing.callOff(made.id()));
        place(sessions.findByProposal(talk.value()).orElseThrow());
        assertThat(changes())
                .containsExactlyInAnyOrder(new Change.Cancelled(), new Change.WasTalk(LocalizedText.english("Water")));
    }

    @Test
    void whatOneOrganiserHasSeenIsSeenForAllUntilSheTakesItBack() {
        var proposal = accepted(setting.oral(), convener, "Water", null);
        change(proposal, p -> p.confirm(clock));
        change(proposal, p -> p.cancel(clock));
        var keys = unseen().stream().map(AgendaNews.News::key).toList();

        Acting.as(organiser.id(), () -> news.see(setting.meeting().id(), keys));
        assertThat(unseen()).isEmpty();
        Acting.as(organiser.id(), () -> news.unsee(setting.meeting().id(), keys));
        assertThat(unseen()).hasSize(1);
        assertThatThrownBy(() -> Acting.as(
                        convener.id(), () -> news.unseen(setting.meeting().id(), 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ProposalId accepted(SessionType type, Person by, String title, @Nullable ProposalId forSession) {
        return Actor.asSystem(() -> {
            var proposal = new Proposal(setting.meeting().id(), by.id(), type.key(), type.minutes(), clock);
            proposal.write(
                    new Proposal.Content(
                            type.key(),
                            LocalizedText.english(title),
                            LocalizedText.english("What it is about."),
                            List.of(setting.topic().key()),
                            type.minutes(),
                            "en",
                            "en",
                            0,
                            forSession == null ? null : forSession.value()),
                    clock);
            proposal.submit(clock);
            proposal.accept(clock);
            proposals.save(proposal);
            contributors.save(Contributor.proposer(proposal.id(), by.id(), ContributorRole.PRESENTER));
            return proposal.id();
        });
    }

    private void change(ProposalId id, Consumer<Proposal> step) {
        Actor.asSystem(() -> {
            var proposal = proposals.findById(id.value()).orElseThrow();
            step.accept(proposal);
            return proposals.save(proposal);
        });
    }

    private void place(Session session) {
        Acting.as(
                organiser.id(),
                () -> placing.place(
                        setting.meeting().id(), session.id(), null, null, SampleAgenda.START, session.minutes()));
    }

    private void publish() {
        Acting.as(organiser.id(), () -> publication.publish(setting.meeting().id(), LocalizedText.EMPTY));
    }

    private List<Change> changes() {
        return Acting.as(
                        organiser.id(),
                        () -> publication.preview(setting.meeting().id(), java.util.OptionalInt.empty()))
                .difference()
                .changes()
                .stream()
                .flatMap(c -> c.changes().stream())
                .toList();
    }

    private List<AgendaNews.News> unseen() {
        return Acting.as(organiser.id(), () -> news.unseen(setting.meeting().id(), 100));
    }

    private List<PersonId> peopleOf(Session session) {
        return persons.findBySessionInOrderByPosition(List.of(session.key())).stream()
                .map(SessionPerson::person)
                .toList();
    }
}
