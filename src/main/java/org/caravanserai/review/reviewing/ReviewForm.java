package org.caravanserai.review.reviewing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.Clean;

/**
 * What a reviewer has typed and chosen. It may be incomplete while it is a draft.
 *
 * @param scores the scores given, by the criterion's key
 * @param confidence from 1 (a guess) to 5 (certain); 0 while not chosen
 * @param toAuthors what the contributors may read
 * @param toCommittee what the committee alone reads
 */
public record ReviewForm(
        Map<UUID, Integer> scores,
        Optional<Recommendation> recommendation,
        int confidence,
        String toAuthors,
        String toCommittee) {

    /** Nothing typed yet. */
    public static final ReviewForm EMPTY = new ReviewForm(Map.of(), Optional.empty(), 0, "", "");

    /** The longest of each of the notes, in characters. */
    public static final int LONGEST_NOTES = 20_000;

    /** The highest confidence. */
    public static final int CERTAIN = 5;

    private static final String SCORE = "score.";

    public ReviewForm {
        scores = Map.copyOf(scores);
        toAuthors = Clean.lines(toAuthors);
        toCommittee = Clean.lines(toCommittee);
    }

    /** As texts by name, for keeping. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        scores.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(s -> fields.put(SCORE + s.getKey(), Integer.toString(s.getValue())));
        recommendation.ifPresent(r -> fields.put("recommendation", r.name()));
        if (confidence > 0) {
            fields.put("confidence", Integer.toString(confidence));
        }
        fields.put("toAuthors", toAuthors);
        fields.put("toCommittee", toCommittee);
        return fields;
    }

    /** Reads what {@link #fields()} wrote. */
    static ReviewForm of(Map<String, String> fields) {
        var scores = new LinkedHashMap<UUID, Integer>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SCORE)) {
                scores.put(UUID.fromString(name.substring(SCORE.length())), Integer.valueOf(value));
            }
        });
        return new ReviewForm(
                scores,
                Optional.<String>ofNullable(fields.get("recommendation")).map(Recommendation::valueOf),
                Integer.parseInt(fields.getOrDefault("confidence", "0")),
                fields.getOrDefault("toAuthors", ""),
                fields.getOrDefault("toCommittee", ""));
    }
}
