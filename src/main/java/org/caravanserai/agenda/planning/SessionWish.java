package org.caravanserai.agenda.planning;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.proposal.UnsuitableTime;
import org.jspecify.annotations.Nullable;

/** What an organiser wants of a session's place: that it stays, when it should be, what it follows. */
@Entity
class SessionWish extends Aggregate {

    private UUID meeting;

    private UUID session;

    private boolean pinned;

    @Convert(converter = StringSetConverter.class)
    private Set<String> wished = new LinkedHashSet<>();

    private @Nullable UUID follows;

    @SuppressWarnings("NullAway.Init")
    protected SessionWish() {}

    SessionWish(MeetingId meeting, SessionId session) {
        this.meeting = meeting.value();
        this.session = session.value();
    }

    UUID session() {
        return session;
    }

    boolean isPinned() {
        return pinned;
    }

    /** The parts of days at one of which it should be; any, if there are none. */
    List<UnsuitableTime> wished() {
        return wished.stream()
                .map(UnsuitableTime::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<UUID> follows() {
        return Optional.ofNullable(follows);
    }

    void pin(boolean stays) {
        pinned = stays;
    }

    void wish(List<UnsuitableTime> times, @Nullable UUID follows) {
        wished = new LinkedHashSet<>(
                times.stream().sorted().map(UnsuitableTime::toString).toList());
        this.follows = follows;
    }
}
