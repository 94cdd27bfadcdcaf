package org.caravanserai.review.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.text.Folding;

/**
 * What narrows the decision room: all that is chosen must fit, of several values of one kind one. Nothing chosen fits all.
 *
 * @param states where proposals stand
 * @param topics keys of topics, main or further
 * @param types keys of session types
 * @param countries countries of proposers
 * @param languages languages of talks
 * @param tags what chairs marked them with
 * @param marks what else is asked for
 * @param words words of title, code, name or institution
 */
public record RoomFilter(
        Set<ProposalState> states,
        Set<UUID> topics,
        Set<UUID> types,
        Set<String> countries,
        Set<String> languages,
        Set<String> tags,
        Set<Mark> marks,
        String words) {

    /** Everything. */
    public static final RoomFilter ALL =
            new RoomFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    /** A choice of yes or no; all that are chosen must hold. */
    public enum Mark {
        /** The proposer takes part for the first time. */
        FIRST_TIME,
        /** Reviews are missing. */
        MISSING,
        /** There is something new in the discussion. */
        UNREAD,
        /** No decision stands or waits. */
        UNDECIDED
    }

    /** A filter whose sets stay as they are. */
    public RoomFilter {
        states = Set.copyOf(states);
        topics = Set.copyOf(topics);
        types = Set.copyOf(types);
        countries = Set.copyOf(countries);
        languages = Set.copyOf(languages);
        tags = Set.copyOf(tags);
        marks = Set.copyOf(marks);
    }

    /** Those rows that fit, in an order. */
    public List<Row> of(
            Collection<Row> rows, Map<UUID, SortedSet<String>> tagged, RoomOrder order, boolean descending) {
        var sought = Stream.of(Folding.fold(words).split(" "))
                .filter(w -> !w.isEmpty())
                .toList();
        return rows.stream()
                .filter(row -> fits(row, tagged.getOrDefault(row.proposal().value(), ProposalTags.NONE)))
                .filter(row -> sought.isEmpty() || sought.stream().allMatch(searched(row)::contains))
                .sorted(order.comparator(descending))
                .toList();
    }

    private boolean fits(Row row, SortedSet<String> tagged) {
        return anyOf(states, row.state())
                && (topics.isEmpty() || row.topics().stream().anyMatch(topics::contains))
                && anyOf(types, row.sessionType())
                && anyOf(countries, row.country())
                && anyOf(languages, row.talkLanguage())
                && (tags.isEmpty() || tagged.stream().anyMatch(tags::contains))
                && marks.stream().allMatch(mark -> holds(mark, row));
    }

    private static boolean holds(Mark mark, Row row) {
        return switch (mark) {
            case FIRST_TIME -> row.firstTime();
            case MISSING -> row.missing() > 0;
            case UNREAD -> row.unread() > 0;
            case UNDECIDED ->
                row.pending().isEmpty()
                        && (row.state() == ProposalState.SUBMITTED || row.state() == ProposalState.UNDER_REVIEW);
        };
    }

    private static <T> boolean anyOf(Set<T> chosen, T value) {
        return chosen.isEmpty() || chosen.contains(value);
    }

    private static String searched(Row row) {
        return Folding.fold(
                row.code() + " " + row.title().all() + " " + row.proposer().all() + " " + row.affiliation());
    }
}
