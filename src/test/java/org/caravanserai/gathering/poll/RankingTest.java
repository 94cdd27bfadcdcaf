package org.caravanserai.gathering.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caravanserai.gathering.poll.Choice.IF_NEED_BE;
import static org.caravanserai.gathering.poll.Choice.NO;
import static org.caravanserai.gathering.poll.Choice.YES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Ranking.Entry MONDAY = day("2027-03-08");
    private static final Ranking.Entry TUESDAY = day("2027-03-09");
    private static final Ranking.Entry WEDNESDAY = day("2027-03-10");
    private static final List<Ranking.Entry> DAYS = List.of(MONDAY, TUESDAY, WEDNESDAY);

    @Test
    void whereMostCanComeIsBestAndGladlyCountsBeforeIfNeedBe() {
        var ranked = Ranking.of(
                DAYS,
                List.of(
                        Map.of(MONDAY.key(), YES, TUESDAY.key(), YES, WEDNESDAY.key(), YES),
                        Map.of(MONDAY.key(), NO, TUESDAY.key(), IF_NEED_BE, WEDNESDAY.key(), YES)));

        assertThat(ranked)
                .extracting(Ranking.Ranked::key)
                .containsExactly(WEDNESDAY.key(), TUESDAY.key(), MONDAY.key());
        assertThat(ranked).extracting(Ranking.Ranked::rank).containsExactly(1, 2, 3);
        assertThat(ranked)
                .extracting(Ranking.Ranked::reason)
                .containsExactly(Ranking.Reason.ALL, Ranking.Reason.ALL_IF_NEED_BE, Ranking.Reason.SOME);
    }

    @Test
    void thoseThatAnswersDoNotTellApartShareARankTheEarlierFirst() {
        var ranked = Ranking.of(List.of(WEDNESDAY, MONDAY), List.of(Map.of(MONDAY.key(), YES, WEDNESDAY.key(), YES)));

        assertThat(ranked).extracting(Ranking.Ranked::key).containsExactly(MONDAY.key(), WEDNESDAY.key());
        assertThat(ranked).extracting(Ranking.Ranked::rank).containsExactly(1, 1);
    }

    @Test
    void whoSaysNothingDoesNotCountAsComing() {
        var ranked = Ranking.of(List.of(MONDAY), List.of(Map.of(MONDAY.key(), YES), Map.of()));

        assertThat(ranked.getFirst().reason()).isEqualTo(Ranking.Reason.SOME);
        assertThat(ranked.getFirst().silent()).isEqualTo(1);
        assertThat(Ranking.of(List.of(MONDAY), List.of(Map.of())).getFirst().reason())
                .isEqualTo(Ranking.Reason.NOTHING_YET);
        assertThat(Ranking.of(List.of(MONDAY), List.of(Map.of(MONDAY.key(), NO)))
                        .getFirst()
                        .reason())
                .isEqualTo(Ranking.Reason.NOBODY);
    }

    /** Of random polls: nobody is lost, no candidate stands behind one that fewer can come to, and order of input is nothing. */
    @Test
    void everyOrderOfTheSameAnswersGivesTheSameRanking() {
        var random = new Random(20270308);
        for (int round = 0; round < 500; round++) {
            var answers = new ArrayList<Map<UUID, Choice>>();
            for (int person = random.nextInt(8); person > 0; person--) {
                var said = new HashMap<UUID, Choice>();
                for (var day : DAYS) {
                    var choice = random.nextInt(4);
                    if (choice < 3) {
                        said.put(day.key(), Choice.values()[choice]);
                    }
                }
                answers.add(said);
            }
            var ranked = Ranking.of(DAYS, answers);
            var shuffled = new ArrayList<>(DAYS);
            Collections.shuffle(shuffled, random);
            Collections.shuffle(answers, random);

            assertThat(Ranking.of(shuffled, answers)).isEqualTo(ranked);
            assertThat(ranked).allMatch(one -> one.asked() == answers.size());
            for (int i = 1; i < ranked.size(); i++) {
                assertThat(ranked.get(i).comes())
                        .isLessThanOrEqualTo(ranked.get(i - 1).comes());
            }
        }
    }

    private static Ranking.Entry day(String day) {
        return new Ranking.Entry(UUID.randomUUID(), new CandidateTime.WholeDay(LocalDate.parse(day)));
    }
}
