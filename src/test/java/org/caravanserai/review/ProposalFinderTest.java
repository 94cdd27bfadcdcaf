package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(Committee.class)
class ProposalFinderTest {

    @Autowired
    Committee committee;

    @Autowired
    ProposalFinder finder;

    @Test
    void aPageAndItsCountsCostTheSameForTenAndForAThousandProposals() {
        var few = committee.scene();
        committee.many(few, 10);
        var many = committee.scene();
        committee.many(many, 1_000);

        var ofFew = statements(few, 10);
        var ofMany = statements(many, 1_000);

        assertThat(ofFew).isPositive();
        assertThat(ofMany).isEqualTo(ofFew);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var scene = committee.scene();
        var keys = committee.many(scene, 25);

        var found = new java.util.ArrayList<java.util.UUID>();
        for (int offset = 0; offset < 30; offset += 10) {
            int from = offset;
            Acting.as(
                            scene.reviewer(),
                            () -> finder.find(
                                    scene.meeting().id(), ProposalFilter.ALL, ProposalOrder.COUNTRY, true, from, 10))
                    .forEach(row -> found.add(row.key()));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void countsAddUpToWhatTheFilterLeaves() {
        var scene = committee.scene();
        committee.many(scene, 12);
        var japan = ProposalFilter.ALL.withCountries(Set.of("JP"));

        var counts = Acting.as(scene.chair(), () -> finder.count(scene.meeting().id(), japan));

        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.byCountry()).containsOnlyKeys("JP");
        assertThat(counts.byTopic().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(4);
        assertThat(counts.byState().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(4);
    }

    private int statements(Committee.Scene scene, int expected) {
        return Acting.as(
                scene.organiser(),
                () -> SqlCounter.count(() -> {
                    var rows = finder.find(
                            scene.meeting().id(), ProposalFilter.ALL, ProposalOrder.SUBMITTED, true, 0, expected);
                    var counts = finder.count(scene.meeting().id(), ProposalFilter.ALL);
                    assertThat(rows).hasSize(expected);
                    assertThat(counts.total()).isEqualTo(expected);
                }));
    }
}
