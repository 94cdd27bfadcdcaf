package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.people.InstitutionAdministration.Filter;
import org.caravanserai.people.InstitutionAdministration.Place;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class InstitutionDirectoryTest {

    @Autowired
    InstitutionDirectory directory;

    @Autowired
    InstitutionAdministration administration;

    @Autowired
    InstitutionImport imports;

    @ParameterizedTest
    @CsvSource({
        "Al-Farabi Kazakh National University, Al-Farabi",
        "КАЗАХСКИЙ НАЦИОНАЛЬНЫЙ УНИВЕРСИТЕТ, Al-Farabi Kazakh National University",
        "әл-фараби, Al-Farabi Kazakh National University",
        "Äl Farabï, Al-Farabi Kazakh National University",
        "университет назарбаев, Nazarbayev University",
        "名古屋大学, Nagoya University",
        "токийский университет иностранных, Tokyo University of Foreign Studies",
        "kyoto univ, Kyoto University",
        "京都大, Kyoto University",
        "https://ror.org/052bx8q98, Nazarbayev University",
        "052bx8q98, Nazarbayev University"
    })
    void anInstitutionIsFoundInAnyScriptSpellingAndByItsIdentifier(String typed, String name) {
        assertThat(search(typed))
                .extracting(InstitutionDirectory.Found::printedName)
                .anyMatch(found -> found.contains(name));
    }

    @Test
    void anExactAcronymComesFirst() {
        assertThat(search("AITU").getFirst().printedName()).isEqualTo("Astana IT University");
    }

    @Test
    void aNameThatBeginsSoComesBeforeOneThatHoldsItSomewhere() {
        var begin = RorDumps.ror(2_000_001);
        var inside = RorDumps.ror(2_000_002);
        take(
                RorDumps.record(inside, "active", "Academy Zzyx", ""),
                RorDumps.record(begin, "active", "Zzyx Academy of Long Names", ""));

        assertThat(search("zzyx")).extracting(f -> f.ror().value()).containsExactly(begin, inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%", "_", "'; drop table institution;--", "\u0000", "|", "#"})
    void whatNamesNothingFindsNothingAndHarmsNothing(String typed) {
        assertThat(search(typed)).isEmpty();
        assertThat(search("Nazarbayev University")).isNotEmpty();
    }

    @Test
    void aClosedInstitutionCannotBeChosenButIsStillFoundByItsKey() {
        var closed = RorDumps.ror(2_000_011);
        take(RorDumps.record(closed, "inactive", "Closed Qwxyz Institute", ""));

        assertThat(search("Closed Qwxyz")).isEmpty();
        var found = Actor.asSystem(() -> directory.find(new Ror(closed))).orElseThrow();
        assertThat(found.state()).isEqualTo(InstitutionState.INACTIVE);
        assertThat(Actor.asSystem(() -> directory.find(found.key()))).contains(found);
    }

    @Test
    void aSearchCostsOneStatementHoweverManyItFinds() {
        assertThat(SqlCounter.count(() -> search("university"))).isEqualTo(1);
        assertThat(SqlCounter.count(() -> search("nothing of the kind"))).isEqualTo(1);
    }

    @Test
    void ancestorsAreFoundThroughAllLevelsAndACircleEnds() {
        var top = RorDumps.ror(2_000_021);
        var middle = RorDumps.ror(2_000_022);
        var leaf = RorDumps.ror(2_000_023);
        var other = RorDumps.ror(2_000_024);
        take(
                RorDumps.record(leaf, "active", "Leaf", middle),
                RorDumps.record(middle, "active", "Middle", top),
                RorDumps.record(top, "active", "Top", leaf),
                RorDumps.record(other, "active", "Other", RorDumps.ror(2_999_999)));

        var ancestors = directory.ancestors(List.of(key(leaf), key(other)));

        assertThat(ancestors.get(key(leaf))).containsExactlyInAnyOrder(key(middle), key(top));
        assertThat(ancestors.get(key(other))).isEmpty();
    }

    @Test
    void ancestorsOfManyCostNoMoreStatementsThanThoseOfOne() {
        var parent = RorDumps.ror(2_000_031);
        var children =
                IntStream.range(2_000_040, 2_000_070).mapToObj(RorDumps::ror).toList();
        var records = new java.util.ArrayList<String>();
        records.add(RorDumps.record(parent, "active", "Parent", ""));
        children.forEach(child -> records.add(RorDumps.record(child, "active", "Child " + child, parent)));
        take(records.toArray(String[]::new));
        var keys = children.stream().map(this::key).toList();

        var one = SqlCounter.count(() -> directory.ancestors(keys.subList(0, 1)));
        var many = SqlCounter.count(() -> directory.ancestors(keys));

        assertThat(many).isEqualTo(one);
        assertThat(directory.ancestors(keys).values()).allMatch(Set.of(key(parent))::equals);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionAndCostTheSame() {
        var records = IntStream.range(2_000_100, 2_000_130)
                .mapToObj(number -> RorDumps.record(
                        RorDumps.ror(number), number % 3 == 0 ? "withdrawn" : "active", "Wvut Same Name", ""))
                .toArray(String[]::new);
        take(records);
        var all = new Filter("wvut", "", Optional.empty());
        var found = new java.util.ArrayList<UUID>();
        var next = Optional.of(Place.BEGIN);
        while (next.isPresent()) {
            var after = next.get();
            var page = SqlCounter.counting(() -> Actor.asSystem(() -> administration.list(all, after, 7)));
            assertThat(page.statements()).isEqualTo(1);
            page.result().institutions().forEach(f -> found.add(f.key()));
            next = page.result().next();
        }

        assertThat(found).hasSize(30).doesNotHaveDuplicates();
        var counts = Actor.asSystem(() -> administration.count(all));
        assertThat(counts.all()).isEqualTo(30);
        assertThat(counts.byCountry()).containsExactly(java.util.Map.entry("KZ", 30L));
        assertThat(counts.byState()).containsEntry(InstitutionState.WITHDRAWN, 10L);
        var narrowed = new Filter("wvut", "JP", Optional.empty());
        assertThat(Actor.asSystem(() -> administration.count(narrowed)).all()).isZero();
    }

    @Test
    void theShippedDirectoryKeepsTheNamesInTheirLanguages() {
        var found = search("Al-Farabi Kazakh National University").getFirst();

        assertThat(found.name().exactly(Language.JA)).isEqualTo("アル＝ファラビ・カザフ国立大学");
        assertThat(found.country()).isEqualTo("KZ");
        assertThat(found.city()).isEqualTo("Almaty");
    }

    private List<InstitutionDirectory.Found> search(String typed) {
        return Actor.asSystem(() -> directory.search(typed, 20));
    }

    private UUID key(String ror) {
        return Actor.asSystem(() -> directory.find(new Ror(ror))).orElseThrow().key();
    }

    private void take(String... records) {
        var json = java.util.Arrays.stream(records).collect(Collectors.joining(",", "[", "]"));
        Actor.asSystem(() -> imports.take(RorDumps.file(json.getBytes(StandardCharsets.UTF_8))));
    }
}
