package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SessionFormationTest {

    @Autowired
    Proposing proposing;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    SessionFormation formation;

    @Autowired
    AgendaBoards boards;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    AgendaNews news;

    @Autowired
    Talks talks;

    @Autowired
    Clock clock;

    private Proposing.Setting setting;
    private PersonId organiser;

    @BeforeEach
    void fourTalksWait() {
        setting = proposing.meeting();
        organiser = proposing
                .person("Asel NURLANOVA", Role.ORGANISER, setting.meeting())
                .id();
        for (var title : List.of("Dust storms", "Salt", "Glaciers", "Rivers")) {
            confirmedTalk(proposing.person("Speaker of " + title), title);
        }
    }

    @Test
    void waitingTalksBecomeSessionsOfTheirTopicAndUndoTakesThatBack() {
        assertThat(Acting.as(organiser, () -> formation.waiting(meeting()))).isEqualTo(4);
        var minutes = 2 * setting.talk().minutes();
        var preview = Acting.as(organiser, () -> formation.preview(meeting(), minutes));
        assertThat(preview).hasSize(2).allSatisfy(session -> {
            assertThat(session.talks()).hasSize(2);
            assertThat(session.minutes()).isEqualTo(minutes);
        });

        var made = Acting.as(
                organiser, () -> formation.form(meeting(), setting.oral().key(), minutes));

        assertThat(board())
                .extracting(AgendaBoard.BoardSession::key)
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(SessionId::value).toList());
        assertThat(talks.ofMeeting(meeting().value())).hasSize(4);
        assertThat(Acting.as(organiser, () -> news.count(meeting()))).isZero();
        assertThat(Acting.as(organiser, () -> formation.waiting(meeting()))).isZero();

        Acting.as(organiser, () -> formation.dissolve(meeting(), made));
        assertThat(board()).hasSize(4);
        assertThat(talks.ofMeeting(meeting().value())).isEmpty();
        assertThat(Acting.as(organiser, () -> formation.waiting(meeting()))).isEqualTo(4);
    }

    @Test
    void whatHasBeenPlacedSinceIsNotTakenApart() {
        var made = Acting.as(
                organiser,
                () -> formation.form(
                        meeting(), setting.oral().key(), 4 * setting.talk().minutes()));
        Acting.as(organiser, () -> placing.place(meeting(), made.getFirst(), null, null, SampleAgenda.START, 60));
        assertThatThrownBy(() -> Acting.as(organiser, () -> formation.dissolve(meeting(), made)))
                .hasMessageContaining("optimiser.form.placed");
        assertThat(talks.ofMeeting(meeting().value())).hasSize(4);
    }

    @Test
    void aTypeThatHoldsNoTalksAndAnImpossibleLengthAreRefused() {
        assertThatThrownBy(() -> Acting.as(
                        organiser,
                        () -> formation.form(meeting(), setting.talk().key(), 90)))
                .hasMessageContaining("optimiser.form.type");
        assertThatThrownBy(() -> Acting.as(
                        organiser,
                        () -> formation.form(meeting(), setting.oral().key(), 1)))
                .hasMessageContaining("optimiser.form.none");
    }

    private MeetingId meeting() {
        return setting.meeting().id();
    }

    private List<AgendaBoard.BoardSession> board() {
        return Acting.as(organiser, () -> boards.board(meeting())).sessions();
    }

    private void confirmedTalk(Person by, String title) {
        Actor.asSystem(() -> {
            var type = setting.talk();
            var proposal = new Proposal(meeting(), by.id(), type.key(), type.minutes(), clock);
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
                            null),
                    clock);
            proposal.submit(clock);
            proposal.accept(clock);
            proposals.save(proposal);
            contributors.save(Contributor.proposer(proposal.id(), by.id(), ContributorRole.PRESENTER));
            var accepted = proposals.findById(proposal.key()).orElseThrow();
            accepted.confirm(clock);
            proposals.save(accepted);
        });
    }
}
