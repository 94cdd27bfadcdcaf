package org.caravanserai.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingChanged;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Everyone;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What the public may read of an agenda: releases of open meetings and nothing else. What was read once is answered from
 * memory without a statement: a release never changes, and which one is the latest is forgotten at once when this process
 * publishes, opens or closes, and looked up again every two seconds in case another process did. So its methods open no
 * transaction; the {@link PublicationReader} does when it must.
 */
@Service
public class Publications {

    private final PublicationReader reader;
    private final LoadingCache<String, Standing> standingBySlug;
    private final LoadingCache<UUID, Standing> standingByKey;
    private final Cache<Numbered, PublishedAgenda> agendas =
            Caffeine.newBuilder().maximumSize(60).build();
    private final Cache<Numbered, List<ReleaseSummary>> summaries =
            Caffeine.newBuilder().maximumSize(60).build();

    Publications(PublicationReader reader) {
        this.reader = reader;
        this.standingBySlug = looking().build(reader::standing);
        this.standingByKey = looking().build(reader::standing);
    }

    /** Which release of a meeting is its latest; number 0 when nothing is public. */
    record Standing(MeetingId meeting, int number) {

        static final Standing NOTHING = new Standing(new MeetingId(new UUID(0, 0)), 0);
    }

    private record Numbered(MeetingId meeting, int number) {}

    /**
     * One line of the list of releases.
     *
     * @param number the release's number
     * @param publishedAt when it was published
     * @param note what the organisers say of it
     * @param difference what changed since the release before; for the first, everything is added
     */
    public record ReleaseSummary(int number, Instant publishedAt, LocalizedText note, ReleaseDifference difference) {}

    /** The latest release; empty when the meeting is not open or nothing was published. */
    @Everyone
    public Optional<PublishedAgenda> latest(MeetingId meeting) {
        return agenda(standingByKey.get(meeting.value()));
    }

    /** The latest release of the meeting with this address; empty when it is not open or nothing was published. */
    @Everyone
    public Optional<PublishedAgenda> latest(String slug) {
        return agenda(standingBySlug.get(slug));
    }

    /** As {@link #latest(MeetingId)}, of what the database says now, whatever this process remembers. */
    @Internal
    public Optional<PublishedAgenda> current(MeetingId meeting) {
        standingByKey.invalidate(meeting.value());
        return latest(meeting);
    }

    /** One release by its number; empty when the meeting is not open or has no such release. */
    @Everyone
    public Optional<PublishedAgenda> byNumber(MeetingId meeting, int number) {
        var standing = standingByKey.get(meeting.value());
        return number < 1 || number > standing.number()
                ? Optional.empty()
                : agenda(new Standing(standing.meeting(), number));
    }

    /** All releases, the newest first, with what changed in each; empty when the meeting is not open. */
    @Everyone
    public List<ReleaseSummary> releases(MeetingId meeting) {
        var standing = standingByKey.get(meeting.value());
        if (standing.number() == 0) {
            return List.of();
        }
        return summaries.get(
                new Numbered(standing.meeting(), standing.number()), n -> reader.summaries(n.meeting(), n.number()));
    }

    /** Forgets which release is the latest, after a meeting's visibility or address has changed. */
    @Internal
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(MeetingChanged event) {
        forget(event.meeting());
    }

    /** Forgets which release was the latest, after another one has been published. */
    @Internal
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(AgendaPublished event) {
        forget(event.meeting());
    }

    private void forget(MeetingId meeting) {
        standingByKey.invalidate(meeting.value());
        // Addresses change too: the few that are known are looked up again.
        standingBySlug.invalidateAll();
    }

    private Optional<PublishedAgenda> agenda(Standing standing) {
        return standing.number() == 0
                ? Optional.empty()
                : Optional.of(agendas.get(
                        new Numbered(standing.meeting(), standing.number()),
                        n -> reader.agenda(n.meeting(), n.number())));
    }

    private static Caffeine<Object, Object> looking() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .refreshAfterWrite(Duration.ofSeconds(2))
                .expireAfterWrite(Duration.ofMinutes(1));
    }
}
