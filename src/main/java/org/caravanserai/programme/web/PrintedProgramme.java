package org.caravanserai.programme.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as it is put on paper: the programme, or the book of abstracts.
 *
 * @param kind which of the two
 * @param language of the document
 * @param title the whole title, such as {@code Programme · Scientists' Meeting}
 * @param otherName the meeting's name in another language; null if there is none
 * @param dates the days of the meeting and its city
 * @param times says in which zone all times are
 * @param edition which release it is
 * @param address where the programme is found on line
 */
public record PrintedProgramme(
        PrintedKind kind,
        String language,
        String title,
        Said name,
        @Nullable Said otherName,
        String dates,
        String times,
        String edition,
        String address,
        List<Day> days,
        List<Letter> index) {

    private static final int MOST_LISTED = 60;

    /** Whether the contents list the sessions: always in a book, and in a programme where that is not another programme. */
    public boolean listed() {
        return kind == PrintedKind.ABSTRACTS
                || days.stream().mapToInt(d -> d.items().size()).sum() <= MOST_LISTED;
    }

    /** A day that has sessions; {@code anchor} is where links lead. */
    public record Day(String anchor, String title, List<Item> items) {}

    /**
     * A session.
     *
     * @param room null for all rooms
     * @param other its title in another language; null if there is none
     * @param facts type, topics and language
     * @param rest whether everybody rests in it
     */
    public record Item(
            String anchor,
            String begins,
            String time,
            @Nullable Said room,
            Said title,
            @Nullable Said other,
            String hue,
            List<Said> facts,
            boolean rest,
            boolean cancelled,
            List<Person> people,
            List<Text> texts,
            List<Talk> talks) {}

    /** A talk in a session. */
    public record Talk(
            String anchor,
            String time,
            Said title,
            @Nullable Said other,
            List<Person> people,
            List<Text> texts) {}

    /** A person; {@code role} and {@code from} may be empty. */
    public record Person(Said name, Said besides, String role, String from) {}

    /** An abstract in one language, as safe HTML; {@code label} names the language where there are several. */
    public record Text(@Nullable String lang, String label, String html) {}

    /** The people under one letter of the index. */
    public record Letter(String label, List<Line> people) {}

    /** A person in the index. */
    public record Line(Said name, Said besides, String affiliation, List<Reference> references) {}

    /** Where she takes part: when, and where that stands in the document. */
    public record Reference(String when, String href) {}
}
