package org.caravanserai.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The secret addresses at which calendar applications, which cannot sign in, read what a person has starred. She has one at
 * most for each meeting: a new one takes the place of the last. Only a hash of the secret is kept, so it is told once.
 */
@Service
public class StarsCalendars {

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final RateLimits limits;
    private final Clock clock;

    StarsCalendars(JdbcClient jdbc, Programmes programmes, RateLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether the acting person has an address for a meeting. */
    @SignedIn
    public boolean exists(MeetingId meeting) {
        return jdbc.sql("select count(*) from stars_calendar where person = ? and meeting = ?")
                        .params(me(), meeting.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Makes an address for the acting person; one that she had for the meeting no longer works.
     *
     * @throws Refusal if it is asked too often
     */
    @SignedIn
    public OneTimeSecret make(MeetingId meeting) {
        if (!limits.tryTake("stars-calendar", me().toString(), 20, Duration.ofMinutes(10))) {
            throw Refusal.of("programme.star.often");
        }
        var secret = OneTimeSecret.random();
        if (!replace(meeting, secret)) {
            try {
                jdbc.sql("insert into stars_calendar (person, meeting, secret_hash, made_at) values (?, ?, ?, ?)")
                        .params(me(), meeting.value(), secret.hash(), Timestamp.from(clock.instant()))
                        .update();
            } catch (DuplicateKeyException e) {
                // Another window of hers was quicker; the later one holds.
                replace(meeting, secret);
            }
        }
        return secret;
    }

    /** Takes the acting person's address for a meeting back; it is as if it had never been. */
    @SignedIn
    public void revoke(MeetingId meeting) {
        jdbc.sql("delete from stars_calendar where person = ? and meeting = ?")
                .params(me(), meeting.value())
                .update();
    }

    /**
     * The sessions of a meeting's programme that she whose secret it is has starred, in the programme's order; empty when it
     * is no secret of this meeting's, whyever.
     */
    @Everyone
    public Optional<List<SessionPart>> starred(MeetingId meeting, OneTimeSecret secret) {
        var keys = new HashSet<>(jdbc.sql("""
                        select coalesce(f.session, c.meeting) from stars_calendar c
                        left join favourite f on f.person = c.person and f.meeting = c.meeting
                        where c.secret_hash = ? and c.meeting = ?
                        """)
                .params(secret.hash(), meeting.value())
                .query(UUID.class)
                .list());
        return keys.isEmpty()
                ? Optional.empty()
                : programmes
                        .latest(meeting)
                        .map(programme -> programme.find(ProgrammeFilter.NONE).stream()
                                .filter(session -> keys.contains(session.key()))
                                .toList());
    }

    private boolean replace(MeetingId meeting, OneTimeSecret secret) {
        return jdbc.sql("update stars_calendar set secret_hash = ?, made_at = ? where person = ? and meeting = ?")
                        .params(secret.hash(), Timestamp.from(clock.instant()), me(), meeting.value())
                        .update()
                > 0;
    }

    private static UUID me() {
        return Actor.person().orElseThrow(() -> Refusal.of("people.account.none"));
    }
}
