package org.caravanserai.partnering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.partnering.directory.DirectoryMembers;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.directory.Participant;
import org.caravanserai.partnering.directory.ParticipantDirectory;
import org.caravanserai.partnering.directory.ParticipantDirectory.Filter;
import org.caravanserai.partnering.directory.Shown;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** Who is found in the directory of a meeting, and by whom. */
@IntegrationTest
class DirectoryTest {

    @Autowired
    PartnerScene scene;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    DirectoryMembership membership;

    @Autowired
    ParticipantDirectory directory;

    @Autowired
    DirectoryMembers members;

    @Test
    void whoEntersIsSeenByThoseWhoEnteredAndByNobodyElse() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        var outsider = scene.somebody("Outsider", "UZ");

        assertThat(names(meeting, ken)).containsExactly("Aigul Bekova", "Ken Mori");
        Acting.as(
                outsider,
                () -> assertThatThrownBy(() -> directory.find(meeting.id(), Filter.ALL, 0, 10))
                        .isInstanceOf(AccessDeniedException.class));
        assertThat(members.in(meeting.id())).containsExactlyInAnyOrder(aigul, ken);
        assertThat(members.has(meeting.id(), outsider)).isFalse();
    }

    @Test
    void whoLeavesIsGoneAtOnceAndSeesNobodyAnyMore() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        assertThat(names(meeting, ken)).hasSize(2);

        Acting.as(aigul, () -> membership.leave(meeting.id()));

        assertThat(names(meeting, ken)).containsExactly("Ken Mori");
        Acting.as(
                aigul,
                () -> assertThatThrownBy(() -> directory.find(meeting.id(), Filter.ALL, 0, 10))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void itShowsWhatAPersonChoosesAndNothingElse() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        Acting.as(aigul, () -> {
            var own = membership.mine(meeting.id()).orElseThrow();
            membership.change(
                    meeting.id(), own.version(), new Shown(LocalizedText.english("I study dust"), false, false, false));
        });

        var shown = find(meeting, aigul, Filter.ALL).getFirst();
        assertThat(shown.workplace()).isEmpty();
        assertThat(shown.interests()).isEmpty();
        assertThat(shown.languages()).isEmpty();
        assertThat(shown.line().text(Language.EN)).isEqualTo("I study dust");
        assertThat(find(meeting, aigul, new Filter("", "", "aral-sea", ""))).isEmpty();
        assertThat(find(meeting, aigul, new Filter("institute", "", "", ""))).isEmpty();
    }

    @Test
    void peopleAreFoundHoweverTheyAreSpelledAndByTheirCountryInAnyLanguage() {
        var meeting = scene.meeting();
        var shavkat = scene.member(meeting, "Шавкат Эргашев", "UZ");
        scene.member(meeting, "Ken Mori", "JP");

        for (var words : List.of("Shavkat", "шавкат", "Şavkat", "Uzbekistan", "ウズベキスタン", "Өзбекстан")) {
            assertThat(find(meeting, shavkat, new Filter(words, "", "", "")))
                    .as(words)
                    .extracting(Participant::person)
                    .containsExactly(shavkat);
        }
    }

    @Test
    void filtersNarrowByCountryTopicAndLanguage() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        scene.member(meeting, "Ken Mori", "JP");

        assertThat(find(meeting, aigul, new Filter("", "JP", "", ""))).hasSize(1);
        assertThat(find(meeting, aigul, new Filter("", "", "aral-sea", "ru"))).hasSize(2);
        assertThat(find(meeting, aigul, new Filter("", "", "mining", ""))).isEmpty();
        assertThat(find(meeting, aigul, new Filter("", "", "", "ja"))).isEmpty();
    }

    @Test
    void theMapCountsByCountryAndInstitution() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        scene.member(meeting, "Ken Mori", "JP");
        scene.member(meeting, "Yuki Abe", "JP");

        var countries = Acting.as(aigul, () -> directory.find(meeting.id(), Filter.ALL, 0, 1))
                .countries();
        assertThat(countries)
                .extracting(ParticipantDirectory.Country::code, ParticipantDirectory.Country::people)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("JP", 2), org.assertj.core.groups.Tuple.tuple("KZ", 1));
        assertThat(countries.getFirst().institutions()).hasSize(2);
    }

    @Test
    void organisersLearnHowManyThereAreAndNotWho() {
        var meeting = scene.meeting();
        scene.member(meeting, "Aigul Bekova", "KZ");
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);

        Acting.as(organiser, () -> {
            assertThat(directory.totals(meeting.id())).containsExactlyEntriesOf(java.util.Map.of("KZ", 1));
            assertThatThrownBy(() -> directory.find(meeting.id(), Filter.ALL, 0, 10))
                    .isInstanceOf(AccessDeniedException.class);
        });
    }

    @Test
    void aLineThatIsTooLongIsRefusedAtItsFieldAndAnOlderWindowOverwritesNothing() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");

        assertThatThrownBy(() -> new Shown(LocalizedText.english("x".repeat(301)), true, true, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems().getFirst().field())
                                .isEqualTo("line"));
        Acting.as(aigul, () -> {
            var own = membership.mine(meeting.id()).orElseThrow();
            membership.change(meeting.id(), own.version(), new Shown(LocalizedText.english("First"), true, true, true));
            assertThatThrownBy(() -> membership.change(meeting.id(), own.version(), Shown.ALL))
                    .isInstanceOf(OptimisticLockingFailureException.class);
        });
    }

    @Test
    void hostileWordsAreWordsAndNothingTypedIsASyntax() {
        var meeting = scene.meeting();
        var hostile = scene.member(meeting, "<script>alert(1)</script>", "KZ");

        assertThat(names(meeting, hostile)).containsExactly("<script>alert(1)</script>");
        for (var words : List.of("\"", "*", "AND OR NOT", "name:*", "%' or 1=1 --", "\\u0000")) {
            assertThat(find(meeting, hostile, new Filter(words, "", "", ""))).isNotNull();
        }
    }

    @Test
    void aListOfManyCostsAsManyStatementsAsOneOfFew() {
        var few = scene.meeting();
        var many = scene.meeting();
        var reader = scene.member(few, "Reader", "KZ");
        scene.join(many, reader);
        for (int i = 0; i < 40; i++) {
            scene.member(many, "Person " + i, "UZ");
        }

        assertThat(statements(many, reader)).isEqualTo(statements(few, reader));
    }

    private int statements(Meeting meeting, PersonId reader) {
        return Acting.as(reader, () -> SqlCounter.count(() -> directory.find(meeting.id(), Filter.ALL, 0, 50)));
    }

    private List<String> names(Meeting meeting, PersonId reader) {
        return find(meeting, reader, Filter.ALL).stream()
                .map(person -> person.name().published())
                .toList();
    }

    private List<Participant> find(Meeting meeting, PersonId reader, Filter filter) {
        return Acting.as(reader, () -> directory.find(meeting.id(), filter, 0, 50))
                .people();
    }
}
