package org.caravanserai.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The sessions that people have starred. A person sees her own; organisers see how many have starred a session and never who.
 * Its changes are single statements that are right whatever else happens at the same time, so it opens no transactions.
 */
@Service
public class Favourites {

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final RateLimits limits;
    private final Clock clock;

    Favourites(JdbcClient jdbc, Programmes programmes, RateLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.limits = limits;
        this.clock = clock;
    }

    /** The codes of the sessions of a programme that the acting person has starred, in the programme's order. */
    @SignedIn
    public Set<String> mine(MeetingId meeting) {
        var keys = new LinkedHashSet<>(jdbc.sql("select session from favourite where meeting = ? and person = ?")
                .params(meeting.value(), me())
                .query(UUID.class)
                .list());
        var codes = new LinkedHashSet<String>();
        programmes
                .latest(meeting)
                .ifPresent(programme -> programme.find(ProgrammeFilter.NONE).stream()
                        .filter(session -> keys.contains(session.key()))
                        .map(SessionPart::code)
                        .forEach(codes::add));
        return codes;
    }

    /**
     * Stars sessions; those that are starred already or not in the programme are passed over.
     *
     * @throws Refusal if it is asked too often
     */
    @SignedIn
    public void star(MeetingId meeting, List<String> codes) {
        limit();
        programmes
                .latest(meeting)
                .ifPresent(programme -> codes.stream()
                        .distinct()
                        .flatMap(code -> programme.session(code).stream())
                        .forEach(session -> star(meeting, session)));
    }

    /**
     * Takes a star back.
     *
     * @throws Refusal if it is asked too often
     */
    @SignedIn
    public void unstar(MeetingId meeting, String code) {
        limit();
        programmes
                .latest(meeting)
                .flatMap(programme -> programme.session(code))
                .ifPresent(session -> jdbc.sql("delete from favourite where person = ? and session = ?")
                        .params(me(), session.key())
                        .update());
    }

    /** How many people have starred each session, by its key; sessions without a star are left out. */
    @PreAuthorize("@access.organiser(#meeting.value())")
    public Map<UUID, Integer> interest(MeetingId meeting) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("select session, count(*) from favourite where meeting = ? group by session")
                .param(meeting.value())
                .query(row -> {
                    counts.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return counts;
    }

    private void star(MeetingId meeting, SessionPart session) {
        try {
            jdbc.sql("""
                            insert into favourite (person, session, meeting, kept_at)
                            select cast(? as uuid), s.id, s.meeting, cast(? as timestamp with time zone) from session s
                            where s.id = ? and s.meeting = ?
                            and not exists (select 1 from favourite f where f.person = ? and f.session = s.id)
                            """)
                    .params(me(), Timestamp.from(clock.instant()), session.key(), meeting.value(), me())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another window of hers was quicker: it is starred, which is what was asked.
            return;
        }
    }

    private void limit() {
        if (!limits.tryTake("star", me().toString(), 300, Duration.ofMinutes(10))) {
            throw Refusal.of("programme.star.often");
        }
    }

    private static UUID me() {
        return Actor.person().orElseThrow(() -> Refusal.of("people.account.none"));
    }
}
