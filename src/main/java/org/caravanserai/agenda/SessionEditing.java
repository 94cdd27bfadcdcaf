package org.caravanserai.agenda;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets organisers add items such as breaks, change what sessions say, order their talks, and call sessions off. */
@Service
public class SessionEditing {

    private static final int LONGEST_TITLE = 1_000;

    private final Sessions sessions;
    private final SessionTypes types;
    private final Talks talks;
    private final SessionPlaces places;
    private final TalkGathering gathering;
    private final LiveAgendas agendas;

    SessionEditing(
            Sessions sessions,
            SessionTypes types,
            Talks talks,
            SessionPlaces places,
            TalkGathering gathering,
            LiveAgendas agendas) {
        this.sessions = sessions;
        this.types = types;
        this.talks = talks;
        this.places = places;
        this.gathering = gathering;
        this.agendas = agendas;
    }

    /**
     * Adds an item that nobody proposed; it waits to be placed.
     *
     * @throws Refusal if there is no English title or a title is too long, the length is out of range, or the type is not one of this meeting's
     */
    @Transactional
    @PreAuthorize("@access.organiser(#meeting.value)")
    public SessionId addItem(MeetingId meeting, UUID sessionType, LocalizedText title, int minutes) {
        var type = types.findById(sessionType)
                .filter(t -> t.meeting().equals(meeting) && t.kind() != SessionType.Kind.TALK);
        if (type.isEmpty()) {
            throw Refusal.at("type", "agenda.item.type");
        }
        var clean = title.map(Clean::line);
        if (clean.longest() > LONGEST_TITLE) {
            throw Refusal.at("title", "meeting.text.long", LONGEST_TITLE);
        }
        var session = sessions.save(new Session(meeting, sessionType, clean, minutes));
        agendas.changed(meeting);
        return session.id();
    }

    /** Changes a session's length as it waits; where it is placed, its place keeps its own. */
    @Transactional
    @PreAuthorize("@agendaAccess.organises(#session)")
    public void resize(SessionId session, int minutes) {
        var found = sessions.findById(session.value()).orElseThrow();
        found.resize(minutes);
        sessions.save(found);
        agendas.changed(found.meeting());
    }

    /**
     * A talk's length.
     *
     * @param talk its key
     */
    public record TalkLength(UUID talk, int minutes) {}

    /** The talks of a session in their order. */
    @Transactional(readOnly = true)
    @PreAuthorize("@agendaAccess.organises(#session)")
    public List<Talk> talks(SessionId session) {
        return talks.findBySessionInOrderByPosition(List.of(session.value()));
    }

    /**
     * Puts the talks of a session in an order and gives them their lengths.
     *
     * @param lengths all its talks, in their new order
     * @throws Refusal if talks have come or gone meanwhile, or a length is out of range
     */
    @Transactional
    @PreAuthorize("@agendaAccess.organises(#session)")
    public void arrangeTalks(SessionId session, List<TalkLength> lengths) {
        var found = new HashMap<UUID, Talk>();
        talks.findBySessionInOrderByPosition(List.of(session.value())).forEach(t -> found.put(t.key(), t));
        var keys = lengths.stream().map(TalkLength::talk).collect(Collectors.toSet());
        if (!found.keySet().equals(keys) || found.size() != lengths.size()) {
            throw Refusal.of("agenda.talks.changed");
        }
        int position = 0;
        for (var length : lengths) {
            if (length.minutes() < 1 || length.minutes() > Talk.LONGEST) {
                throw Refusal.at("talk-" + length.talk(), "agenda.talk.minutes", Talk.LONGEST);
            }
            var talk = Objects.requireNonNull(found.get(length.talk()));
            talk.arrange(session, position++, length.minutes());
            talks.save(talk);
        }
        agendas.changed(sessions.findById(session.value()).orElseThrow().meeting());
    }

    /**
     * Keeps time free in its room before and after a session, for setting up, clearing or travel.
     *
     * @throws Refusal if one is out of range
     */
    @Transactional
    @PreAuthorize("@agendaAccess.organises(#session)")
    public void keepFree(SessionId session, int before, int after) {
        var found = sessions.findById(session.value()).orElseThrow();
        found.keepFree(before, after);
        sessions.save(found);
        agendas.changed(found.meeting());
    }

    /** Calls a session off and takes it out of its place; the next release says so, and its talks wait by themselves. */
    @Transactional
    @PreAuthorize("@agendaAccess.organises(#session)")
    public void callOff(SessionId session) {
        var found = sessions.findById(session.value()).orElseThrow();
        found.cancel();
        sessions.save(found);
        gathering.scatter(found);
        places.vacate(found);
        agendas.changed(found.meeting());
    }

    /**
     * Takes the calling off back; the session waits to be placed again, with the talks that were proposed for it.
     *
     * @throws Refusal if it has become a talk of another session
     */
    @Transactional
    @PreAuthorize("@agendaAccess.organises(#session)")
    public void reinstate(SessionId session) {
        var found = sessions.findById(session.value()).orElseThrow();
        if (found.joined().isPresent()) {
            throw Refusal.of("agenda.session.joined");
        }
        found.reinstate();
        sessions.save(found);
        gathering.gather(found);
        agendas.changed(found.meeting());
    }
}
