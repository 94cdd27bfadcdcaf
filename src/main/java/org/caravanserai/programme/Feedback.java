package org.caravanserai.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What people thought of sessions: one answer each, from when a session begins, and hers to change. Organisers and those who took
 * part in a session read what was said, never who said it. Its changes are single statements, so it opens no transactions.
 */
@Service
public class Feedback {

    /** The most characters of an answer. */
    public static final int LONGEST = 2000;

    /** The best rating; the worst is 1. */
    public static final int BEST = 5;

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final RateLimits limits;
    private final Clock clock;

    Feedback(JdbcClient jdbc, Programmes programmes, RateLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.limits = limits;
        this.clock = clock;
    }

    /** An answer; {@code rating} is from 1 to {@link #BEST}, {@code words} may be empty. */
    public record Answer(int rating, String words, Instant givenAt) {}

    /** All answers about a session: how many and their mean rating. */
    public record Summary(int count, double mean) {}

    /** The acting person's own answer about a session. */
    @SignedIn
    public Optional<Answer> mine(MeetingId meeting, String code) {
        return session(meeting, code)
                .flatMap(session -> jdbc.sql(
                                "select rating, words, given_at from feedback where session = ? and person = ?")
                        .params(session.key(), me())
                        .query((row, i) -> answer(row))
                        .optional());
    }

    /**
     * Says what the acting person thought of a session, in place of what she said before.
     *
     * @throws Refusal if the session has not begun or was called off, the rating is none, the words are too long, or it is done
     *     too often
     */
    @SignedIn
    public void give(MeetingId meeting, String code, int rating, String words) {
        var session = session(meeting, code).orElseThrow(() -> Refusal.of("programme.feedback.none"));
        if (session.cancelled() || clock.instant().isBefore(session.start())) {
            throw Refusal.of("programme.feedback.early");
        }
        if (rating < 1 || rating > BEST) {
            throw Refusal.at("rating", "programme.feedback.rating.missing");
        }
        var clean = Clean.lines(words).strip();
        if (clean.length() > LONGEST) {
            throw Refusal.at("words", "programme.feedback.words.long", LONGEST);
        }
        if (!limits.tryTake("feedback", me().toString(), 60, Duration.ofHours(1))) {
            throw Refusal.of("programme.feedback.often");
        }
        if (!change(session, rating, clean)) {
            try {
                jdbc.sql("insert into feedback (session, person, meeting, rating, words, given_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .params(session.key(), me(), meeting.value(), rating, clean, now())
                        .update();
            } catch (DuplicateKeyException e) {
                // Another window of hers was quicker; what was said last holds.
                change(session, rating, clean);
            }
        }
    }

    /** What was said of a session, the newest first, without who said it. */
    @PreAuthorize("@feedbackAccess.mayRead(#meeting, #code)")
    public List<Answer> about(MeetingId meeting, String code) {
        return session(meeting, code)
                .map(session -> jdbc.sql(
                                "select rating, words, given_at from feedback where session = ? order by given_at desc")
                        .param(session.key())
                        .query((row, i) -> answer(row))
                        .list())
                .orElse(List.of());
    }

    /** How sessions were rated, by their key; those of which nobody said anything are left out. */
    @PreAuthorize("@access.organiser(#meeting.value())")
    public Map<UUID, Summary> summary(MeetingId meeting) {
        var summaries = new HashMap<UUID, Summary>();
        jdbc.sql("select session, count(*), sum(rating) from feedback where meeting = ? group by session")
                .param(meeting.value())
                .query(row -> {
                    summaries.put(
                            row.getObject(1, UUID.class),
                            new Summary(row.getInt(2), (double) row.getInt(3) / row.getInt(2)));
                });
        return summaries;
    }

    private boolean change(SessionPart session, int rating, String words) {
        return jdbc.sql("update feedback set rating = ?, words = ?, given_at = ? where session = ? and person = ?")
                        .params(rating, words, now(), session.key(), me())
                        .update()
                > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Optional<SessionPart> session(MeetingId meeting, String code) {
        return programmes.latest(meeting).flatMap(programme -> programme.session(code));
    }

    private static Answer answer(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Answer(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant());
    }

    private static UUID me() {
        return Actor.person().orElseThrow(() -> Refusal.of("people.account.none"));
    }
}
