package org.caravanserai.review.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.Committee;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentSource;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.DecisionRoom;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Tags, exports and reports of the decision room, and what a conflict of interest keeps out of them. */
@IntegrationTest
class DecisionRoomTest {

    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"Salt\")";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Committee committee;

    @Autowired
    DecisionRoom room;

    @Autowired
    ProposalTags tags;

    @Autowired
    RoomExport export;

    @Autowired
    ReviewReports reports;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    Assigning assigning;

    private Committee.Scene scene;
    private ProposalId salt;
    private ProposalId dust;

    @BeforeEach
    void twoProposals() {
        scene = committee.scene();
        var author = committee.person("@Dinara Bekova", "", Language.RU, "KG");
        salt = committee
                .submitted(scene, author, LocalizedText.english(FORMULA), 0, 0, "en")
                .id();
        dust = committee
                .submitted(scene, author, LocalizedText.english("Dust secret"), 1, 0, "en")
                .id();
    }

    @Test
    void chairsMarkProposalsAndTakeMarksOff() {
        var both = List.of(salt.value(), dust.value());
        assertThat(Acting.as(scene.chair(), () -> tags.mark(scene.meeting().id(), List.of(salt.value()), "  keynote ")))
                .containsExactly(salt.value());
        assertThat(Acting.as(scene.organiser(), () -> tags.mark(scene.meeting().id(), both, "keynote")))
                .containsExactly(dust.value());
        assertThat(Acting.as(scene.chair(), () -> tags.of(scene.meeting().id())))
                .containsOnlyKeys(both)
                .allSatisfy((p, t) -> assertThat(t).containsExactly("keynote"));

        assertThat(Acting.as(scene.chair(), () -> tags.unmark(scene.meeting().id(), both, "keynote")))
                .hasSize(2);
        assertThat(Acting.as(scene.chair(), () -> tags.of(scene.meeting().id())))
                .isEmpty();
        for (var bad : List.of("", "   ", "x".repeat(41))) {
            assertThatThrownBy(() -> Acting.as(
                            scene.chair(), () -> tags.mark(scene.meeting().id(), both, bad)))
                    .isInstanceOf(Refusal.class);
        }
        var elsewhere = committee.scene();
        assertThat(Acting.as(
                        elsewhere.chair(), () -> tags.mark(elsewhere.meeting().id(), both, "keynote")))
                .isEmpty();
    }

    @Test
    void aConflictKeepsAProposalOutOfTableTagsExportsAndReports() {
        Acting.as(scene.organiser(), () -> {
            tags.mark(scene.meeting().id(), List.of(dust.value()), "doubt");
            conflicts.set(dust, scene.chair(), "Their supervisor");
        });

        Acting.as(scene.chair(), () -> {
            var meeting = scene.meeting().id();
            assertThat(room.rows(meeting))
                    .extracting(DecisionRoom.Row::proposal)
                    .containsExactly(salt);
            assertThat(tags.of(meeting)).isEmpty();
            assertThat(tags.mark(meeting, List.of(dust.value()), "mine")).isEmpty();
            assertThat(tags.unmark(meeting, List.of(dust.value()), "doubt")).isEmpty();
            assertThat(csv(scene)).contains("HYPERLINK").doesNotContain("Dust", "doubt");
            assertThat(reports.read(meeting).topics())
                    .extracting(Acceptance::handedIn)
                    .containsExactly(1);
            assertThat(new String(
                            reports.csv(meeting, ReviewReports.Part.COUNTRY, Language.EN), StandardCharsets.UTF_8))
                    .contains("KG,1,0,0");
        });
        assertThat(Acting.as(scene.organiser(), () -> csv(scene))).contains("Dust", "doubt");
    }

    @Test
    void theTableForSpreadsheetsCarriesNoFormula() {
        Acting.as(scene.chair(), () -> tags.mark(scene.meeting().id(), List.of(salt.value()), "=1+1"));

        var text = Acting.as(scene.chair(), () -> csv(scene));

        assertThat(text).startsWith("\uFEFF").contains("'=HYPERLINK", "'=1+1", "'@Dinara");
        assertThat(Acting.as(
                        scene.chair(),
                        () -> export.xlsx(scene.meeting().id(), RoomFilter.ALL, RoomOrder.CODE, false, Language.JA)))
                .startsWith('P', 'K');
    }

    @Test
    void roomTagsExportAndReportsCostTheSameForTenAndForAThousandProposals() {
        var few = measured(10);
        var many = measured(1_000);

        assertThat(few).doesNotContain(0);
        assertThat(many).isEqualTo(few);
    }

    private List<Integer> measured(int count) {
        var large = committee.scene();
        var meeting = large.meeting().id();
        var keys = committee.many(large, count);
        return Acting.as(large.organiser(), () -> {
            assigning.apply(
                    meeting,
                    keys.stream()
                            .map(k -> new Assigning.Pair(new ProposalId(k), large.reviewer()))
                            .toList(),
                    List.of(),
                    AssignmentSource.SOLVER);
            tags.mark(meeting, keys, "many");
            return List.of(
                    statements(large, () -> assertThat(room.rows(meeting)).hasSize(count)),
                    statements(large, () -> assertThat(tags.of(meeting)).hasSize(count)),
                    statements(large, () -> csv(large)),
                    statements(large, () -> reports.read(meeting)));
        });
    }

    /** Her roles are read anew each time: what is remembered of them for two seconds must not count once and once not. */
    private int statements(Committee.Scene of, Runnable work) {
        events.publishEvent(RolesChanged.gained(of.organiser()));
        return SqlCounter.count(work);
    }

    private String csv(Committee.Scene of) {
        return new String(
                export.csv(
                        of.meeting().id(),
                        new RoomFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), ""),
                        RoomOrder.CODE,
                        false,
                        Language.EN),
                StandardCharsets.UTF_8);
    }
}
