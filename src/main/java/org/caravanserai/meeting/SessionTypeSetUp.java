package org.caravanserai.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the session types of a meeting. */
@Service
public class SessionTypeSetUp {

    private final SessionTypes types;
    private final Parts parts;

    SessionTypeSetUp(SessionTypes types, Parts parts) {
        this.types = types;
        this.parts = parts;
    }

    /**
     * What an organiser says of a session type.
     *
     * @param kind cannot be changed later
     * @param minutes the usual length
     */
    public record Content(LocalizedText name, SessionType.Kind kind, int minutes, boolean mayHoldTalks) {}

    /** Adds a type behind the others. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID add(MeetingId meeting, Content content) {
        var present = types.findByMeetingOrderByPosition(meeting.value());
        parts.requireRoom(present.size());
        return types.save(new SessionType(
                        meeting,
                        keyFrom(content.name().exactly(Language.EN), present),
                        content.name(),
                        content.kind(),
                        content.minutes(),
                        content.mayHoldTalks(),
                        present.isEmpty() ? 0 : present.getLast().position() + 1))
                .key();
    }

    /**
     * Changes a type, except its kind.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long change(MeetingId meeting, UUID type, long seen, Content content) {
        var loaded = of(meeting, type);
        loaded.requireVersion(seen);
        loaded.change(content.name(), content.minutes(), content.mayHoldTalks(), loaded.position());
        return types.saveAndFlush(loaded).version();
    }

    /**
     * Removes a type.
     *
     * @return what {@link #restore} needs to undo it
     * @throws Refusal if something refers to it
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public Removed remove(MeetingId meeting, UUID type) {
        var loaded = of(meeting, type);
        parts.requireUnused(meeting, type);
        types.delete(loaded);
        return new Removed(MeetingView.TypeView.of(loaded), loaded.position());
    }

    /** A type that was removed, and where it stood. */
    public record Removed(MeetingView.TypeView type, int position) {}

    /** Brings a removed type back to where it stood. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID restore(MeetingId meeting, Removed removed) {
        var present = types.findByMeetingOrderByPosition(meeting.value());
        parts.requireRoom(present.size());
        var was = removed.type();
        var key = keys(present).contains(was.typeKey()) ? keyFrom(was.typeKey(), present) : was.typeKey();
        return types.save(new SessionType(
                        meeting, key, was.name(), was.kind(), was.minutes(), was.mayHoldTalks(), removed.position()))
                .key();
    }

    /** Brings the types into an order. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void arrange(MeetingId meeting, List<UUID> order) {
        var place = 0;
        for (var type : Parts.arranged(types.findByMeetingOrderByPosition(meeting.value()), order, SessionType::key)) {
            type.moveTo(place++);
            types.save(type);
        }
    }

    private SessionType of(MeetingId meeting, UUID type) {
        return types.findById(type).filter(t -> t.meeting().equals(meeting)).orElseThrow(Parts::gone);
    }

    private static String keyFrom(String name, List<SessionType> present) {
        var taken = keys(present).stream().map(k -> k.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return Parts.keyFrom(name, '_', taken, "type").toUpperCase(Locale.ROOT);
    }

    private static Set<String> keys(List<SessionType> present) {
        return present.stream().map(SessionType::typeKey).collect(Collectors.toSet());
    }
}
