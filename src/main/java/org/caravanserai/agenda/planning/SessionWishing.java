package org.caravanserai.agenda.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets organisers say what they want of sessions' places, for the optimiser to heed. */
@Service
public class SessionWishing {

    private final SessionWishes wishes;
    private final Sessions sessions;

    SessionWishing(SessionWishes wishes, Sessions sessions) {
        this.wishes = wishes;
        this.sessions = sessions;
    }

    /**
     * What is wanted of a session's place.
     *
     * @param pinned it stays where it is
     * @param times the parts of days at one of which it should be; any, if there are none
     * @param follows the session after whose end it starts
     */
    public record Wish(boolean pinned, List<UnsuitableTime> times, Optional<UUID> follows) {

        /** Nothing. */
        public static final Wish NONE = new Wish(false, List.of(), Optional.empty());
    }

    /** What is wanted of all sessions of a meeting, by their keys; those of which nothing is wanted are not there. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public Map<UUID, Wish> of(MeetingId meeting) {
        var all = new HashMap<UUID, Wish>();
        for (var wish : wishes.findByMeeting(meeting.value())) {
            all.put(wish.session(), new Wish(wish.isPinned(), wish.wished(), wish.follows()));
        }
        return all;
    }

    /** Lets a session stay where it is, or be moved again. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void pin(MeetingId meeting, SessionId session, boolean stays) {
        var wish = wish(meeting, session);
        wish.pin(stays);
        wishes.save(wish);
    }

    /**
     * Says when a session should be, and after which.
     *
     * @throws Refusal if sessions would follow each other in a circle, or one of them is not of this meeting
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void wish(MeetingId meeting, SessionId session, List<UnsuitableTime> times, Optional<SessionId> follows) {
        var wish = wish(meeting, session);
        follows.ifPresent(first -> check(meeting, session, first));
        wish.wish(times, follows.map(SessionId::value).orElse(null));
        wishes.save(wish);
    }

    private void check(MeetingId meeting, SessionId session, SessionId first) {
        if (!isOf(meeting, first)) {
            throw Refusal.at("follows", "agenda.place.gone");
        }
        var next = new HashMap<UUID, UUID>();
        wishes.findByMeeting(meeting.value())
                .forEach(wish -> wish.follows().ifPresent(other -> next.put(wish.session(), other)));
        next.put(session.value(), first.value());
        var seen = new HashSet<UUID>();
        for (var at = Optional.of(session.value()); at.isPresent(); at = Optional.ofNullable(next.get(at.get()))) {
            if (!seen.add(at.get())) {
                throw Refusal.at("follows", "optimiser.order.circle");
            }
        }
    }

    private boolean isOf(MeetingId meeting, SessionId session) {
        return sessions.findById(session.value())
                .filter(found -> found.meeting().equals(meeting))
                .isPresent();
    }

    private SessionWish wish(MeetingId meeting, SessionId session) {
        if (!isOf(meeting, session)) {
            throw Refusal.of("agenda.place.gone");
        }
        return wishes.findBySession(session.value()).orElseGet(() -> new SessionWish(meeting, session));
    }
}
