package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class ProposalFinderTest {

    @Autowired
    Committee committee;

    @Autowired
    ProposalFinder finder;

    @Autowired
    JdbcTemplate jdbc;

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

    @Test
    void filtersInEveryCombinationFindAsManyAsTheyCount() {
        var scene = committee.scene();
        committee.many(scene, 36);
        var topics = List.of(
                Set.<UUID>of(),
                Set.of(scene.topics().get(0).key()),
                Set.of(scene.topics().get(1).key()));
        var types = List.of(Set.<UUID>of(), Set.of(scene.types().get(0).key()));
        var countries = List.of(Set.<String>of(), Set.of("JP"), Set.of("KZ", "UZ"));
        var languages = List.of(Set.<String>of(), Set.of("ja"));
        int found = 0;
        for (var topic : topics) {
            for (var type : types) {
                for (var country : countries) {
                    for (var language : languages) {
                        for (var word : List.of("", "number 1", "Каримов", "sato 3")) {
                            found += agreed(
                                    scene,
                                    new ProposalFilter(
                                            Set.of(ProposalState.SUBMITTED), topic, type, country, language, word));
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(250);
    }

    private int agreed(Committee.Scene scene, ProposalFilter filter) {
        var rows = Acting.as(
                scene.chair(), () -> finder.find(scene.meeting().id(), filter, ProposalOrder.COUNTRY, false, 0, 100));
        var counts = Acting.as(scene.chair(), () -> finder.count(scene.meeting().id(), filter));
        assertThat(rows).as(filter.toString()).hasSize(counts.total());
        assertThat(rows)
                .as(filter.toString())
                .allMatch(r -> (filter.topics().isEmpty() || r.topics().stream().anyMatch(filter.topics()::contains))
                        && (filter.types().isEmpty() || filter.types().contains(r.type()))
                        && (filter.countries().isEmpty() || filter.countries().contains(r.country()))
                        && (filter.languages().isEmpty() || filter.languages().contains(r.talkLanguage())));
        return rows.size();
    }

    @Test
    void theLastPageOfFourThousandCostsAsManyStatementsAsTheFirst() {
        var scene = committee.scene();
        copies(committee.many(scene, 1).getFirst(), 3_999);
        var filter = ProposalFilter.ALL.withWords("number");

        // The first call also asks what role she has, which is then kept.
        page(scene, filter, 0);
        var first = page(scene, filter, 0);
        var last = page(scene, filter, 3_950);

        assertThat(last.statements()).isEqualTo(first.statements());
        assertThat(first.result()).hasSize(50);
        assertThat(last.result())
                .hasSize(50)
                .extracting(ProposalRow::key)
                .doesNotContainAnyElementsOf(
                        first.result().stream().map(ProposalRow::key).toList());
        assertThat(Acting.as(scene.chair(), () -> finder.count(scene.meeting().id(), filter))
                        .total())
                .isEqualTo(4_000);
    }

    private SqlCounter.Counted<List<ProposalRow>> page(Committee.Scene scene, ProposalFilter filter, int from) {
        return Acting.as(
                scene.chair(),
                () -> SqlCounter.counting(
                        () -> finder.find(scene.meeting().id(), filter, ProposalOrder.COUNTRY, true, from, 50)));
    }

    /** Copies a proposal row by row, which takes a second for thousands. */
    private void copies(UUID proposal, int count) {
        var columns = jdbc.queryForMap("select * from proposal where id = ?", proposal).keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("id") && !name.equals("code"))
                .collect(Collectors.joining(", "));
        var rows = IntStream.range(0, count)
                .mapToObj(i -> new Object[] {Ids.next(), Ids.code(), proposal})
                .toList();
        jdbc.batchUpdate(
                "insert into proposal (id, code, " + columns + ") select cast(? as uuid), cast(? as varchar), "
                        + columns + " from proposal where id = cast(? as uuid)",
                rows);
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
