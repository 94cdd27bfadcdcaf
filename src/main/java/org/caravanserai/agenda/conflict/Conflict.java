package org.caravanserai.agenda.conflict;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot be, or should not. Whether it is refused or marked, {@link ConflictRules} say.
 *
 * @param kind what is wrong
 * @param session the session; of two, the one with the smaller key
 * @param other the other session; null for a conflict of one session with the world around it
 * @param room the room that does not do; null when it is not the room's fault, or all rooms'
 * @param people whom it concerns; empty when no person is concerned
 * @param detail what else must be told of it
 */
public record Conflict(
        ConflictKind kind,
        UUID session,
        @Nullable UUID other,
        @Nullable UUID room,
        Set<UUID> people,
        Detail detail) {

    /** What else must be told of a conflict. */
    public sealed interface Detail {

        /** The kind says it all. */
        record None() implements Detail {}

        /** People expected and seats there. */
        record Seats(int expected, int capacity) implements Detail {}

        /** What the room lacks. */
        record Lacking(Set<Equipment> equipment) implements Detail {}

        /** Languages to be interpreted and booths there. */
        record Booths(int needed, int present) implements Detail {}

        /** By how much the talks are too long, and which of them, in their order, do not fit. */
        record Overrun(int minutes, List<LocalizedText> talks) implements Detail {}

        /** A public holiday. */
        record Holiday(LocalDate day, LocalizedText name) implements Detail {}

        /** Topics that both sessions are about, or of which each is about one. */
        record Topics(List<LocalizedText> names) implements Detail {}

        /** How many people want to hear both. */
        record Listeners(int people) implements Detail {}

        /** The minutes there are between two sessions, and those needed. */
        record Way(int minutes, int needed) implements Detail {}
    }

    static final Detail NONE = new Detail.None();

    /** Something between two sessions that is not their room's fault. */
    static Conflict between(ConflictKind kind, SessionFacts one, SessionFacts other, Set<UUID> people, Detail detail) {
        return between(kind, one, other, null, people, detail);
    }

    /** Something between two sessions in a room. */
    static Conflict between(
            ConflictKind kind,
            SessionFacts one,
            SessionFacts other,
            @Nullable UUID room,
            Set<UUID> people,
            Detail detail) {
        return one.session().compareTo(other.session()) < 0
                ? new Conflict(kind, one.session(), other.session(), room, people, detail)
                : new Conflict(kind, other.session(), one.session(), room, people, detail);
    }

    /** The other of two sessions; the session itself for a conflict of one. */
    UUID otherThan(UUID one) {
        return other == null || other.equals(one) ? session : other;
    }

    /** Of kind and sessions alone: conflicts are kept in sets by the thousand, and those of one kind and pair are one. */
    @Override
    public int hashCode() {
        return 31 * (31 * kind.ordinal() + session.hashCode()) + (other == null ? 0 : other.hashCode());
    }

    /** Whether the session is one of those that it concerns. */
    public boolean concerns(UUID one) {
        return session.equals(one) || one.equals(other);
    }
}
