package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AgendaFiguresTest {

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    AgendaFigures figures;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    AgendaRuleSetting rules;

    @Autowired
    AgendaPublication publication;

    @Autowired
    AgendaBoards boards;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    private record Scene(MeetingId meeting, String slug, PersonId organiser) {}

    @Test
    void theyTellHowManySessionsHaveAPlaceAndHowOftenTheAgendaWasPublished() {
        var scene = scene(6);
        Acting.as(scene.organiser(), () -> {
            var first = boards.board(scene.meeting()).sessions().getFirst();
            placing.unplace(
                    scene.meeting(),
                    new SessionId(first.key()),
                    first.place().orElseThrow().version());
            publication.publish(scene.meeting(), LocalizedText.EMPTY);
        });

        // What is taken in is published at once, so this is the second release.
        assertThat(Acting.as(scene.organiser(), figures::mine))
                .isEqualTo(List.of(new AgendaFigures.Figures(scene.slug(), 6, 5, 0, 2)));
    }

    /** An agenda from elsewhere is not judged by its topics until an organiser wants it to be. */
    @Test
    void theConflictsAreThoseOfTheBoardByTheRulesOfTheMeeting() {
        var scene = scene(6);
        Acting.as(scene.organiser(), () -> {
            assertThat(figures.mine())
                    .extracting(AgendaFigures.Figures::conflicts)
                    .containsExactly(0);
            var sessions = boards.board(scene.meeting()).sessions();
            var first = sessions.getFirst().place().orElseThrow();
            placing.place(
                    scene.meeting(),
                    new SessionId(sessions.get(1).key()),
                    sessions.get(1).place().orElseThrow().version(),
                    first.spot().room(),
                    first.spot().start(),
                    60);
            assertThat(figures.mine())
                    .extracting(AgendaFigures.Figures::conflicts)
                    .containsExactly(boards.board(scene.meeting()).conflicts().size())
                    .containsExactly(1);
            var now = rules.read(scene.meeting());
            rules.change(
                    scene.meeting(),
                    now.version(),
                    now.rules().judging(now.rules().conflicts().with(ConflictKind.TOPIC_PARALLEL, Handling.WARN)));
            assertThat(figures.mine())
                    .extracting(AgendaFigures.Figures::conflicts)
                    .containsExactly(boards.board(scene.meeting()).conflicts().size())
                    .doesNotContain(1);
        });
    }

    @Test
    void theyCostTheSameForTenAndForManySessions() {
        assertThat(statements(scene(300))).isEqualTo(statements(scene(10)));
    }

    private int statements(Scene scene) {
        return Acting.as(
                scene.organiser(),
                () -> SqlCounter.count(() -> assertThat(figures.mine()).hasSize(1)));
    }

    private Scene scene(int sessions) {
        var slug = "f" + UUID.randomUUID().toString().substring(0, 12);
        var meeting = Actor.asSystem(() -> agendaImport.take(SampleAgenda.of(slug, sessions, 2)));
        var organiser = persons.save(new Person(PersonName.published("Aigul")));
        grants.save(new RoleGrant(organiser.id(), Role.ORGANISER, meeting.value()));
        return new Scene(meeting, slug, organiser.id());
    }
}
