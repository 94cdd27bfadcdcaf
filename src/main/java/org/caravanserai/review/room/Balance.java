package org.caravanserai.review.room;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caravanserai.review.reviewing.DecisionRoom.Row;

/** How a selection is spread over topics, countries, institutions, newcomers, languages and types. */
public enum Balance {
    TOPIC,
    COUNTRY,
    INSTITUTION,
    FIRST_TIME,
    LANGUAGE,
    TYPE;

    /**
     * One value with how many proposals have it.
     *
     * @param value a key, a code or a name, as {@link Balance} says; empty where none is told
     * @param selected how many of the selection
     * @param all how many of all that are listed
     */
    public record Share(String value, int selected, int all) {}

    /** The value of a row. */
    public String of(Row row) {
        return switch (this) {
            case TOPIC -> row.topics().isEmpty() ? "" : row.topics().getFirst().toString();
            case COUNTRY -> row.country();
            case INSTITUTION -> row.affiliation();
            case FIRST_TIME -> Boolean.toString(row.firstTime());
            case LANGUAGE -> row.talkLanguage();
            case TYPE -> row.sessionType().toString();
        };
    }

    /** The shares, the most frequent among all first. */
    public List<Share> shares(Collection<Row> selected, Collection<Row> all) {
        var chosen = counts(selected);
        return counts(all).entrySet().stream()
                .map(e -> new Share(e.getKey(), chosen.getOrDefault(e.getKey(), 0), e.getValue()))
                .sorted(Comparator.comparingInt(Share::all).reversed().thenComparing(Share::value))
                .toList();
    }

    private Map<String, Integer> counts(Collection<Row> rows) {
        var counts = new TreeMap<String, Integer>();
        rows.forEach(row -> counts.merge(of(row), 1, Integer::sum));
        return counts;
    }
}
