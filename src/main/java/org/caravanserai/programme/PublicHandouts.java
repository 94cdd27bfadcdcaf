package org.caravanserai.programme;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.proposal.ProposalStateChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What of speakers' handouts everyone may have now. It is answered from memory: what this process changes is known at once,
 * what another one does within two seconds, as with releases.
 */
@Component
public class PublicHandouts {

    private final Handouts handouts;
    private final StoredFiles stored;
    private final LoadingCache<UUID, List<Released>> byMeeting;

    PublicHandouts(Handouts handouts, StoredFiles stored) {
        this.handouts = handouts;
        this.stored = stored;
        this.byMeeting = Caffeine.newBuilder()
                .maximumSize(1_000)
                .refreshAfterWrite(Duration.ofSeconds(2))
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(this::released);
    }

    /**
     * A handout that its speaker has released.
     *
     * @param part the key of the session or talk that it belongs to
     */
    public record Released(
            UUID key,
            UUID part,
            HandoutKind kind,
            HandoutShowing showing,
            String name,
            String mediaType,
            long size,
            UUID stored) {

        private static Released of(Handouts.OfPart found) {
            var handout = found.handout();
            return new Released(
                    handout.key(),
                    found.part(),
                    handout.kind(),
                    handout.showing(),
                    handout.fileName(),
                    handout.mediaType(),
                    handout.size(),
                    handout.stored());
        }
    }

    /** Those of a session of a published agenda and of its talks that everyone may have now. */
    public List<Released> of(MeetingId meeting, SessionPart session, Instant now) {
        var all = byMeeting.get(meeting.value());
        if (all.isEmpty()) {
            return List.of();
        }
        var parts = Stream.concat(
                        Stream.of(session.key()), session.talks().stream().map(TalkPart::key))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(h -> parts.contains(h.part()) && h.showing().isOpen(session.start(), session.cancelled(), now))
                .toList();
    }

    /** Changes whenever {@link #of} answers otherwise; empty if the meeting has no public handouts at all. */
    public String edition(MeetingId meeting, List<SessionPart> sessions, String code, Instant now) {
        if (byMeeting.get(meeting.value()).isEmpty()) {
            return "";
        }
        return sessions.stream()
                .filter(s -> s.code().equalsIgnoreCase(code))
                .flatMap(s -> of(meeting, s, now).stream())
                .map(h -> h.key() + h.kind().name())
                .collect(Collectors.joining(","));
    }

    /** The bytes of a released handout, read piece by piece. */
    public InputStream bytes(Released handout) {
        return stored.open(handout.stored());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(HandoutsChanged event) {
        byMeeting.invalidate(event.meeting());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(ProposalStateChanged event) {
        byMeeting.invalidate(event.meeting().value());
    }

    private List<Released> released(UUID meeting) {
        return Stream.concat(handouts.releasedOfSessions(meeting).stream(), handouts.releasedOfTalks(meeting).stream())
                .map(Released::of)
                .toList();
    }
}
