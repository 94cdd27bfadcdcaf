package org.caravanserai.review.ui;

import com.ibm.icu.text.NumberFormat;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.room.Balance;
import org.caravanserai.shell.Words;

/** What the decision room and the reports call things, in one reader's words. */
final class RoomWords {

    private RoomWords() {}

    static String score(Words words, OptionalDouble score) {
        if (score.isEmpty()) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(words.language().icuLocale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(score.getAsDouble());
    }

    static String advice(Words words, Row row) {
        return Arrays.stream(Recommendation.values())
                .filter(r -> row.recommendations().containsKey(r))
                .map(r -> words.get("room.advice." + r.name()) + " "
                        + row.recommendations().getOrDefault(r, 0))
                .collect(Collectors.joining(" · "));
    }

    static String value(Words words, CommitteeMeeting meeting, Balance kind, String value) {
        if (value.isEmpty()) {
            return words.get("review.country.none");
        }
        return switch (kind) {
            case TOPIC -> topic(words, meeting, UUID.fromString(value));
            case COUNTRY -> ReviewWords.country(words, value);
            case INSTITUTION -> value;
            case FIRST_TIME -> words.get("room.first." + value);
            case LANGUAGE -> ReviewWords.language(words, value);
            case TYPE -> type(words, meeting, UUID.fromString(value));
        };
    }

    static String topic(Words words, CommitteeMeeting meeting, UUID key) {
        return meeting.topics().stream()
                .filter(t -> t.key().equals(key))
                .map(t -> words.text(t.name()))
                .findFirst()
                .orElse("");
    }

    static String type(Words words, CommitteeMeeting meeting, UUID key) {
        return meeting.types().stream()
                .filter(t -> t.key().equals(key))
                .map(t -> words.text(t.name()))
                .findFirst()
                .orElse("");
    }
}
