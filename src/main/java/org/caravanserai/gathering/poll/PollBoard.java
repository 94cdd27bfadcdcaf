package org.caravanserai.gathering.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.PersonName;

/**
 * A poll as its organiser sees it.
 *
 * @param version what a change has to be based on
 * @param answerable whether it can be answered now
 * @param opened whether anybody has ever been asked
 * @param candidates what it asks about, the earliest first
 * @param ranked the same, best first
 * @param guests who is asked, without any address
 */
public record PollBoard(
        PollId id,
        String code,
        long version,
        PollContent content,
        PollState state,
        Optional<Instant> deadline,
        boolean answerable,
        boolean opened,
        Optional<UUID> chosen,
        Optional<UUID> appointment,
        List<Ranking.Entry> candidates,
        List<Ranking.Ranked> ranked,
        List<Guest> guests) {

    /** How many have answered. */
    public int answered() {
        return (int) guests.stream().filter(g -> g.answeredAt().isPresent()).count();
    }

    /** The time that was chosen. */
    public Optional<CandidateTime> chosenTime() {
        return chosen.flatMap(key ->
                candidates.stream().filter(c -> c.key().equals(key)).findFirst().map(Ranking.Entry::time));
    }

    /** How a guest is reached. */
    public enum Reached {
        /** She has a profile here. */
        PERSON,
        /** By mail alone. */
        MAIL,
        /** By a link that the organiser hands to her. */
        LINK
    }

    /**
     * Somebody who is asked.
     *
     * @param linked whether she has a personal link that works
     * @param choices what she says to the candidates that she has answered
     */
    public record Guest(
            UUID key,
            PersonName name,
            Reached reached,
            boolean linked,
            Optional<Instant> answeredAt,
            Optional<Instant> remindedAt,
            String note,
            Map<UUID, Choice> choices) {}
}
