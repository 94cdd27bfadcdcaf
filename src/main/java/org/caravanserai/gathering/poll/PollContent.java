package org.caravanserai.gathering.poll;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/**
 * What an organiser writes about a poll. A draft may lack anything; only what is too long is refused at once.
 *
 * @param language what title and text are written in
 * @param meeting the meeting it belongs to; empty for none
 * @param place where one would meet, in words or as a link
 * @param wholeDays whether its candidates are days instead of times
 * @param minutes how long a time lasts that is added next
 * @param zone whose clocks the organiser writes by
 * @param deadline until when it can be answered, on the clocks of {@code zone}; empty if that is not decided yet
 */
public record PollContent(
        String title,
        String text,
        Language language,
        Optional<MeetingId> meeting,
        String place,
        boolean wholeDays,
        int minutes,
        ZoneId zone,
        Optional<LocalDateTime> deadline,
        Showing showing) {

    /** The longest title. */
    public static final int LONGEST_TITLE = 200;

    /** The longest text. */
    public static final int LONGEST_TEXT = 4_000;

    /** The longest place. */
    public static final int LONGEST_PLACE = 500;

    /** @throws Refusal if something is too long, or a length of time makes no sense */
    public PollContent {
        title = Clean.line(title);
        text = Clean.lines(text);
        place = Clean.line(place);
        var problems = new ArrayList<Refusal.Problem>();
        tooLong(problems, "title", title, LONGEST_TITLE);
        tooLong(problems, "text", text, LONGEST_TEXT);
        tooLong(problems, "place", place, LONGEST_PLACE);
        if (minutes < CandidateTime.SHORTEST || minutes > CandidateTime.LONGEST) {
            problems.add(
                    Refusal.Problem.at("minutes", "poll.minutes.range", CandidateTime.SHORTEST, CandidateTime.LONGEST));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** The content of a poll of which nothing is written yet. */
    public static PollContent blank(Language language, ZoneId zone) {
        return new PollContent(
                "", "", language, Optional.empty(), "", false, 60, zone, Optional.empty(), Showing.NAMES);
    }

    /** The instant of the deadline. */
    public Optional<Instant> deadlineAt() {
        return deadline.map(at -> at.atZone(zone).toInstant());
    }

    /** A zone by its name, or what stands for it when there is none of that name. */
    public static ZoneId zoneOr(String id, ZoneId otherwise) {
        try {
            return id.isEmpty() ? otherwise : ZoneId.of(id);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static void tooLong(ArrayList<Refusal.Problem> problems, String field, String text, int longest) {
        if (text.length() > longest) {
            problems.add(Refusal.Problem.at(field, "poll.tooLong", longest));
        }
    }
}
