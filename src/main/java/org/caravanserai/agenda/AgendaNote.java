package org.caravanserai.agenda;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Something that changed on the agenda without an organiser's doing. It stays until an organiser says that she has seen it. */
@Entity
@NotAudited
class AgendaNote extends Aggregate {

    private UUID meeting;

    private UUID session;

    @Enumerated(EnumType.STRING)
    private AgendaNews.Kind kind;

    private LocalizedText talkTitle = LocalizedText.EMPTY;

    private @Nullable UUID person;

    private @Nullable Instant wasAt;

    private Instant notedAt;

    private @Nullable Instant seenAt;

    private @Nullable UUID seenBy;

    @SuppressWarnings("NullAway.Init")
    protected AgendaNote() {}

    private AgendaNote(Session session, AgendaNews.Kind kind, Clock clock) {
        this.meeting = session.meeting().value();
        this.session = session.key();
        this.kind = kind;
        this.notedAt = clock.instant();
    }

    /** A session was called off or stands again; {@code was} is where it was placed. */
    static AgendaNote of(Session session, AgendaNews.Kind kind, Optional<AgendaSpot> was, Clock clock) {
        var note = new AgendaNote(session, kind, clock);
        note.wasAt = was.map(AgendaSpot::start).orElse(null);
        return note;
    }

    /** Something happened to a talk of a session; {@code was} is where the talk was placed by itself. */
    static AgendaNote ofTalk(
            Session session, AgendaNews.Kind kind, LocalizedText talk, Optional<AgendaSpot> was, Clock clock) {
        var note = of(session, kind, was, clock);
        note.talkTitle = talk;
        return note;
    }

    /** A person came to a session, or to a talk of it, or left; {@code talk} is empty for the session as a whole. */
    static AgendaNote ofPerson(
            Session session, AgendaNews.Kind kind, LocalizedText talk, PersonId person, Clock clock) {
        var note = new AgendaNote(session, kind, clock);
        note.talkTitle = talk;
        note.person = person.value();
        return note;
    }

    /** An organiser has seen it; {@code who} is null for the system. */
    void see(@Nullable PersonId who, Clock clock) {
        seenAt = clock.instant();
        seenBy = who == null ? null : who.value();
    }

    /** It is to be seen again. */
    void unsee() {
        seenAt = null;
        seenBy = null;
    }
}
