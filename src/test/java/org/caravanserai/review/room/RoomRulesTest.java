package org.caravanserai.review.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;

/** The rules of the decision room, without a database. */
class RoomRulesTest {

    private static final UUID WATER = UUID.randomUUID();
    private static final UUID MINING = UUID.randomUUID();

    /** K. Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), part C: four observers, twelve units. */
    @Test
    void alphaOfThePublishedExampleIsTheOnePublished() {
        int[][] observers = {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
            {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
        };
        var units = new ArrayList<List<Double>>();
        for (int unit = 0; unit < 12; unit++) {
            var values = new ArrayList<Double>();
            for (var observer : observers) {
                if (observer[unit] > 0) {
                    values.add((double) observer[unit]);
                }
            }
            units.add(values);
        }

        var agreement = Agreement.of(units);

        assertThat(agreement.alpha().orElseThrow()).isEqualTo(0.849, within(0.0005));
        assertThat(agreement.units()).isEqualTo(11);
        assertThat(agreement.values()).isEqualTo(40);
    }

    @Test
    void alphaIsTheSameOnAnyScaleOneForTheSameAndNearZeroForChance() {
        var random = new Random(7);
        var chance = new ArrayList<List<Double>>();
        var same = new ArrayList<List<Double>>();
        var scaled = new ArrayList<List<Double>>();
        for (int i = 0; i < 4_000; i++) {
            double one = random.nextDouble();
            double two = random.nextDouble();
            chance.add(List.of(one, two));
            scaled.add(List.of(10 * one + 3, 10 * two + 3));
            same.add(List.of(one, one));
        }

        assertThat(Agreement.of(same).alpha().orElseThrow()).isEqualTo(1, within(1e-9));
        assertThat(Agreement.of(chance).alpha().orElseThrow()).isEqualTo(0, within(0.05));
        assertThat(Agreement.of(scaled).alpha().orElseThrow())
                .isEqualTo(Agreement.of(chance).alpha().orElseThrow(), within(1e-9));
    }

    @Test
    void alphaSaysNothingWhereThereIsNothingToCompare() {
        assertThat(Agreement.of(List.of()).alpha()).isEmpty();
        assertThat(Agreement.of(List.of(List.of(0.5), List.of(0.7))).alpha()).isEmpty();
        assertThat(Agreement.of(List.of(List.of(0.5, 0.5), List.of(0.5, 0.5))).alpha())
                .isEmpty();
    }

    @Test
    void quotasTellWhatHoldsWhatFallsShortAndWhatNoSelectionCanKeep() {
        var all = List.of(
                row("A", WATER, "KZ", 0.9, true),
                row("B", WATER, "KZ", 0.8, false),
                row("C", MINING, "JP", 0.7, false),
                row("D", MINING, "", 0.6, true));

        var bars = QuotaCheck.check(new Quotas(2, 1, 2, 1), all.subList(0, 3), all, List.of(WATER, MINING));

        assertThat(bars)
                .extracting(
                        QuotaCheck.Bar::about,
                        QuotaCheck.Bar::have,
                        QuotaCheck.Bar::missing,
                        QuotaCheck.Bar::over,
                        QuotaCheck.Bar::holds,
                        QuotaCheck.Bar::impossible)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(QuotaCheck.About.TOTAL, 3, 0, 1, false, false),
                        org.assertj.core.groups.Tuple.tuple(QuotaCheck.About.TOPIC, 2, 0, 0, true, false),
                        org.assertj.core.groups.Tuple.tuple(QuotaCheck.About.TOPIC, 1, 0, 0, true, false),
                        org.assertj.core.groups.Tuple.tuple(QuotaCheck.About.COUNTRY, 1, 1, 0, false, true),
                        org.assertj.core.groups.Tuple.tuple(QuotaCheck.About.COUNTRY, 2, 0, 0, true, false),
                        org.assertj.core.groups.Tuple.tuple(QuotaCheck.About.FIRST_TIME, 1, 0, 0, true, false));
        assertThat(QuotaCheck.check(Quotas.NONE, all, all, List.of(WATER))).isEmpty();
        assertThat(new Quotas(-1, Integer.MAX_VALUE, 0, 0)).isEqualTo(new Quotas(0, Quotas.MOST, 0, 0));
    }

    @Test
    void whatHasNoScoreComesLastWhicheverWayAndTiesGoByCode() {
        var rows = new ArrayList<>(List.of(
                row("D", WATER, "KZ", Double.NaN, false),
                row("C", WATER, "KZ", 0.5, false),
                row("B", WATER, "KZ", 0.5, false),
                row("A", WATER, "KZ", 0.1, false)));
        Collections.shuffle(rows, new Random(1));

        assertThat(codes(RoomFilter.ALL.of(rows, Map.of(), RoomOrder.CORRECTED, true)))
                .containsExactly("B", "C", "A", "D");
        assertThat(codes(RoomFilter.ALL.of(rows, Map.of(), RoomOrder.CORRECTED, false)))
                .containsExactly("A", "B", "C", "D");
        assertThat(codes(RoomFilter.ALL.of(rows, Map.of(), RoomOrder.CODE, true)))
                .containsExactly("D", "C", "B", "A");
    }

    @Test
    void aFilterLeavesWhatFitsEveryKindOfChoice() {
        var water = row("A", WATER, "KZ", 0.9, true);
        var mining = row("B", MINING, "JP", 0.8, false);
        var tagged = Map.of(water.proposal().value(), (java.util.SortedSet<String>) new TreeSet<>(Set.of("keynote")));
        var rows = List.of(water, mining);

        assertThat(left(rows, tagged, Set.of("JP"), Set.of(), Set.of(), "")).containsExactly("B");
        assertThat(left(rows, tagged, Set.of(), Set.of("keynote", "other"), Set.of(), ""))
                .containsExactly("A");
        assertThat(left(rows, tagged, Set.of("JP"), Set.of("keynote"), Set.of(), ""))
                .isEmpty();
        assertThat(left(rows, tagged, Set.of(), Set.of(), Set.of(RoomFilter.Mark.FIRST_TIME), ""))
                .containsExactly("A");
        assertThat(left(rows, tagged, Set.of(), Set.of(), Set.of(), "PERSON univ"))
                .containsExactly("A", "B");
        assertThat(left(rows, tagged, Set.of(), Set.of(), Set.of(), "person nobody"))
                .isEmpty();
    }

    @Test
    void theBalanceCountsTheSelectionAgainstAll() {
        var all = List.of(
                row("A", WATER, "KZ", 0.9, true), row("B", WATER, "JP", 0.8, false), row("C", MINING, "KZ", 0.7, true));

        assertThat(Balance.COUNTRY.shares(all.subList(0, 1), all))
                .containsExactly(new Balance.Share("KZ", 1, 2), new Balance.Share("JP", 0, 1));
        assertThat(Balance.FIRST_TIME.shares(all, all))
                .containsExactly(new Balance.Share("true", 2, 2), new Balance.Share("false", 1, 1));
    }

    @Test
    void acceptanceIsOfWhatIsDecided() {
        var rows = List.of(
                row("A", ProposalState.CONFIRMED),
                row("B", ProposalState.CANCELLED),
                row("C", ProposalState.DECLINED),
                row("D", ProposalState.WITHDRAWN),
                row("E", ProposalState.UNDER_REVIEW));

        var acceptance = Acceptance.by(Balance.COUNTRY, rows).getFirst();

        assertThat(acceptance).isEqualTo(new Acceptance("KZ", 5, 3, 2));
        assertThat(acceptance.percent()).isEqualTo(67);
    }

    private static List<String> left(
            List<Row> rows,
            Map<UUID, java.util.SortedSet<String>> tagged,
            Set<String> countries,
            Set<String> tags,
            Set<RoomFilter.Mark> marks,
            String words) {
        return codes(new RoomFilter(Set.of(), Set.of(), Set.of(), countries, Set.of(), tags, marks, words)
                .of(rows, tagged, RoomOrder.CODE, false));
    }

    private static List<String> codes(List<Row> rows) {
        return rows.stream().map(Row::code).toList();
    }

    private static Row row(String code, ProposalState state) {
        return row(code, WATER, "KZ", 0.5, false, state);
    }

    private static Row row(String code, UUID topic, String country, double score, boolean firstTime) {
        return row(code, topic, country, score, firstTime, ProposalState.SUBMITTED);
    }

    private static Row row(
            String code, UUID topic, String country, double score, boolean firstTime, ProposalState state) {
        var of = Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
        return new Row(
                new ProposalId(UUID.randomUUID()),
                code,
                LocalizedText.english("About " + code),
                state,
                List.of(topic),
                MINING,
                "en",
                PersonName.published("Person " + code),
                country,
                "University",
                Optional.empty(),
                firstTime,
                of,
                of,
                OptionalDouble.empty(),
                of,
                Map.of(),
                3,
                0,
                0,
                3,
                0,
                0,
                false,
                Optional.empty());
    }
}
