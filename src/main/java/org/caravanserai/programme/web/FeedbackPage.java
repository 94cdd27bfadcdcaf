package org.caravanserai.programme.web;

import java.util.List;
import org.caravanserai.programme.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader says what she thought of a session.
 *
 * @param state whether she may say it
 * @param problems what stood against her answer, in her words
 * @param rating what she chose; 0 for nothing yet
 * @param done whether her answer was kept just now
 * @param readable whether she may read what others said
 * @param answers what others said
 */
public record FeedbackPage(
        Said meeting,
        Said session,
        String sessionHref,
        State state,
        PageTimes.Moment begins,
        List<String> problems,
        int rating,
        String words,
        boolean done,
        boolean readable,
        List<Line> answers,
        String signIn,
        String action,
        Links links) {

    /** The most characters of an answer. */
    public static final int LONGEST = Feedback.LONGEST;

    /** Whether a reader may answer. */
    public enum State {
        /** She must sign in first. */
        SIGN_IN,
        /** The session has not begun. */
        EARLY,
        /** She may. */
        OPEN
    }

    /** An answer of somebody. */
    public record Line(int rating, String words, String when) {}

    /** Every session of a meeting with the interest in it and how it was rated, for organisers. */
    public record Overview(Said meeting, List<Row> rows, Links links) {}

    /** A session; {@code mean} is null where nobody rated it. */
    public record Row(
            Said title,
            String href,
            int stars,
            int count,
            @Nullable String mean) {}
}
