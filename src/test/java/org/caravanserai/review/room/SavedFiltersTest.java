package org.caravanserai.review.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.Committee;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Filters kept under names: whose they are, who sees them, and that nobody else changes them. */
@IntegrationTest
class SavedFiltersTest {

    @Autowired
    Committee committee;

    @Autowired
    SavedFilters saved;

    private Committee.Scene scene;

    @BeforeEach
    void aCommittee() {
        scene = committee.scene();
    }

    @Test
    void aFilterIsItsKeepersAloneUntilSheSharesIt() {
        var key = Acting.as(
                scene.chair(),
                () -> saved.keep(scene.meeting().id(), SavedFilter.Page.ROOM, "Doubtful", "tag=doubtful", false));
        assertThat(names(scene.chair())).containsExactly("Doubtful");
        assertThat(names(scene.organiser())).isEmpty();

        Acting.as(scene.chair(), () -> saved.share(key, true));
        assertThat(names(scene.organiser())).containsExactly("Doubtful");
        assertThat(Acting.as(scene.organiser(), () -> saved.list(scene.meeting().id(), SavedFilter.Page.ROOM))
                        .getFirst()
                        .by())
                .isPresent();
        assertThat(names(scene.reviewer())).as("a reviewer does not decide").isEmpty();

        Acting.as(scene.chair(), () -> saved.share(key, false));
        assertThat(names(scene.organiser())).isEmpty();
    }

    @Test
    void onlyItsKeeperRenamesSharesOrForgetsIt() {
        var key = Acting.as(
                scene.chair(), () -> saved.keep(scene.meeting().id(), SavedFilter.Page.ROOM, "Mine", "", true));
        assertThatThrownBy(() -> Acting.as(scene.organiser(), () -> saved.rename(key, "Yours")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(scene.organiser(), () -> saved.share(key, false)))
                .isInstanceOf(Refusal.class);
        Acting.as(scene.organiser(), () -> saved.remove(key));
        assertThat(names(scene.chair())).containsExactly("Mine");

        Acting.as(scene.chair(), () -> saved.rename(key, "Still mine"));
        assertThat(names(scene.chair())).containsExactly("Still mine");
        Acting.as(scene.chair(), () -> saved.remove(key));
        assertThat(names(scene.chair())).isEmpty();
    }

    @Test
    void aNameIsNeitherEmptyNorEndlessNorTwiceHers() {
        Acting.as(scene.chair(), () -> {
            var meeting = scene.meeting().id();
            saved.keep(meeting, SavedFilter.Page.ROOM, "Rest", "", false);
            for (var name : List.of(" ", "x".repeat(81), "rest")) {
                assertThatThrownBy(() -> saved.keep(meeting, SavedFilter.Page.ROOM, name, "", false))
                        .isInstanceOf(Refusal.class);
            }
            saved.keep(meeting, SavedFilter.Page.PROPOSALS, "Rest", "", false);
        });
    }

    @Test
    void aReviewerKeepsHerOwnForTheListButSharesNothing() {
        Acting.as(
                scene.reviewer(),
                () -> saved.keep(scene.meeting().id(), SavedFilter.Page.PROPOSALS, "Hers", "q=salt", true));
        assertThat(Acting.as(scene.reviewer(), () -> saved.list(scene.meeting().id(), SavedFilter.Page.PROPOSALS)))
                .singleElement()
                .matches(f -> !f.shared());
        var outsider = committee.person("Odd", "", Language.EN, "JP").id();
        assertThatThrownBy(() -> names(outsider)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theListCostsTheSameHoweverManyThereAre() {
        Acting.as(scene.chair(), () -> {
            saved.keep(scene.meeting().id(), SavedFilter.Page.ROOM, "First", "", false);
            var few = SqlCounter.counting(() -> saved.list(scene.meeting().id(), SavedFilter.Page.ROOM))
                    .statements();
            for (int i = 0; i < 30; i++) {
                saved.keep(scene.meeting().id(), SavedFilter.Page.ROOM, "Filter " + i, "", i % 2 == 0);
            }
            var many = SqlCounter.counting(() -> saved.list(scene.meeting().id(), SavedFilter.Page.ROOM));
            assertThat(many.statements()).isEqualTo(few);
            assertThat(many.result()).hasSize(31);
        });
    }

    private List<String> names(PersonId person) {
        return Acting.as(person, () -> saved.list(scene.meeting().id(), SavedFilter.Page.ROOM)).stream()
                .map(SavedFilters.Saved::name)
                .toList();
    }
}
