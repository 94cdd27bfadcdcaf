package org.caravanserai.review.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.review.reviewing.DecisionRoom.Row;

/**
 * What a selection of proposals would give: each quota, how much of it there is and what is missing. A proposal counts for
 * its main topic and for its proposer's country.
 */
public final class QuotaCheck {

    private QuotaCheck() {}

    /** What a quota is about. */
    public enum About {
        TOTAL,
        TOPIC,
        COUNTRY,
        FIRST_TIME
    }

    /**
     * One quota held against the selection.
     *
     * @param about what it is about
     * @param of the topic's key or the country's code; empty for the others
     * @param wanted at least how many; for the total exactly how many
     * @param have how many the selection has
     * @param offered how many there are among all proposals, so that a quota that no selection can keep is seen
     */
    public record Bar(About about, String of, int wanted, int have, int offered) {

        /** How many are missing. */
        public int missing() {
            return Math.max(0, wanted - have);
        }

        /** How many too many there are; only a total can be passed. */
        public int over() {
            return about == About.TOTAL ? Math.max(0, have - wanted) : 0;
        }

        /** Whether the quota is kept. */
        public boolean holds() {
            return missing() == 0 && over() == 0;
        }

        /** Whether no selection can keep it, because there are not enough proposals. */
        public boolean impossible() {
            return offered < wanted;
        }
    }

    /** Holds a selection against quotas, in the order: total, topics, countries, first-time participants. */
    public static List<Bar> check(Quotas quotas, Collection<Row> selected, Collection<Row> all, List<UUID> topics) {
        var bars = new ArrayList<Bar>();
        if (quotas.total() > 0) {
            bars.add(new Bar(About.TOTAL, "", quotas.total(), selected.size(), all.size()));
        }
        if (quotas.eachTopic() > 0) {
            for (var topic : topics) {
                bars.add(new Bar(
                        About.TOPIC,
                        topic.toString(),
                        quotas.eachTopic(),
                        count(selected, r -> isMain(r, topic)),
                        count(all, r -> isMain(r, topic))));
            }
        }
        if (quotas.eachCountry() > 0) {
            var countries = new TreeSet<String>();
            all.stream().map(Row::country).filter(c -> !c.isEmpty()).forEach(countries::add);
            for (var country : countries) {
                bars.add(new Bar(
                        About.COUNTRY,
                        country,
                        quotas.eachCountry(),
                        count(selected, r -> r.country().equals(country)),
                        count(all, r -> r.country().equals(country))));
            }
        }
        if (quotas.firstTime() > 0) {
            bars.add(new Bar(
                    About.FIRST_TIME,
                    "",
                    quotas.firstTime(),
                    count(selected, Row::firstTime),
                    count(all, Row::firstTime)));
        }
        return bars;
    }

    private static boolean isMain(Row row, UUID topic) {
        return !row.topics().isEmpty() && row.topics().getFirst().equals(topic);
    }

    private static int count(Collection<Row> rows, java.util.function.Predicate<Row> what) {
        return (int) rows.stream().filter(what).count();
    }
}
