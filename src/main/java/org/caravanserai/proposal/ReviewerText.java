package org.caravanserai.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * A proposal as its authors and the committee prepare it for reviewers who may not learn whose it is.
 *
 * @param title as it was written
 * @param version of the redacted texts; 0 while there are none
 * @param fields what it says in words of its own
 * @param files those of the proposal
 * @param withheld the questions whose answers reviewers do not read
 */
public record ReviewerText(
        ProposalId proposal,
        String code,
        LocalizedText title,
        long version,
        List<Field> fields,
        List<File> files,
        List<LocalizedText> withheld) {

    /**
     * A text.
     *
     * @param name a name of {@link DraftContent}, such as {@code abstract.en}
     * @param question the words of the question, for an answer
     * @param original what the authors wrote
     * @param shown what reviewers read
     * @param stale whether the authors wrote it anew after the redacted text was written
     * @param found what in {@code shown} gives the authors away, word for word
     */
    public record Field(
            String name,
            Optional<LocalizedText> question,
            String original,
            String shown,
            boolean stale,
            List<String> found) {}

    /**
     * A file.
     *
     * @param shown whether reviewers get it
     */
    public record File(UUID key, String name, long size, boolean shown) {}

    /** Where in a file something gives the authors away. */
    public enum Place {
        /** In its properties, as its author or owner. */
        PROPERTIES,
        /** In its words. */
        TEXT,
        /** In its words, on a page that is known. */
        PAGE
    }

    /**
     * Something in a file that gives the authors away.
     *
     * @param words word for word
     * @param page the first page it stands on, from 1; 0 where that is not known
     */
    public record Trace(Place place, String words, int page) {}

    /**
     * A file that was looked through.
     *
     * @param file its key
     * @param found what gives the authors away
     * @param whole whether all of it could be read; a picture cannot
     */
    public record Checked(UUID file, List<Trace> found, boolean whole) {}

    /** What gives the authors away in all texts. */
    public List<String> found() {
        return fields.stream().flatMap(f -> f.found().stream()).distinct().toList();
    }

    /** Whether the authors wrote anything anew after its redacted text was written. */
    public boolean isStale() {
        return fields.stream().anyMatch(Field::stale);
    }

    /** Whether reviewers read anything otherwise than it was written. */
    public boolean isRedacted() {
        return fields.stream().anyMatch(f -> !f.shown().equals(f.original()));
    }

    /** What reviewers read, by the names of the fields. */
    public Map<String, String> shown() {
        return fields.stream().collect(java.util.stream.Collectors.toMap(Field::name, Field::shown));
    }
}
