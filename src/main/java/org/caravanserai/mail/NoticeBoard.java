package org.caravanserai.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting person is told in the application: her own notices, and which of them she has read. */
@Service
@SignedIn
public class NoticeBoard {

    /** What is sent on {@link #channel} when a person's notices have changed. */
    public static final Object CHANGED = "notices changed";

    private final NoticeQueries queries;
    private final MailQueries mail;
    private final KnownKinds kinds;
    private final Access access;
    private final LiveUpdates live;
    private final Clock clock;

    NoticeBoard(
            NoticeQueries queries, MailQueries mail, KnownKinds kinds, Access access, LiveUpdates live, Clock clock) {
        this.queries = queries;
        this.mail = mail;
        this.kinds = kinds;
        this.access = access;
        this.live = live;
        this.clock = clock;
    }

    /** Where it is heard that a person's notices have changed. */
    public static LiveUpdates.Channel channel(UUID person) {
        return new LiveUpdates.Channel("notices", person);
    }

    /** How many notices the acting person has not read. */
    @Transactional(readOnly = true)
    public int unread() {
        return count(NoticeFilter.UNREAD);
    }

    /** The acting person's notices, newest first. */
    @Transactional(readOnly = true)
    public List<NoticeLine> find(NoticeFilter filter, int offset, int limit) {
        return mine().map(me -> queries.find(me, filter, offset, limit, kinds)).orElse(List.of());
    }

    /** How many {@link #find} finds. */
    @Transactional(readOnly = true)
    public int count(NoticeFilter filter) {
        return mine().map(me -> queries.count(me, filter)).orElse(0);
    }

    /** The kinds of which the acting person has notices. */
    @Transactional(readOnly = true)
    public List<NoticeKind> kinds() {
        return mine().map(queries::kinds).orElse(List.of()).stream()
                .map(kinds::of)
                .distinct()
                .toList();
    }

    /**
     * Opens one of the acting person's notices, which is read then.
     *
     * @throws Refusal if she has no such notice
     */
    @Transactional
    public MailText open(UUID notice) {
        var message = mine().flatMap(me -> queries.message(me, notice)).orElseThrow(() -> Refusal.of("notice.gone"));
        change(me -> queries.read(me, notice, now()));
        return mail.text(message).orElseThrow(() -> Refusal.of("notice.gone"));
    }

    /** Marks one of the acting person's notices as not read. */
    @Transactional
    public void unread(UUID notice) {
        change(me -> queries.unread(me, notice));
    }

    /**
     * Marks all of the acting person's notices as read.
     *
     * @return what {@link #undoReadAll} undoes it by
     */
    @Transactional
    public Instant readAll() {
        var now = now();
        change(me -> queries.readAll(me, now));
        return now;
    }

    /** Undoes {@link #readAll}. */
    @Transactional
    public void undoReadAll(Instant at) {
        change(me -> queries.undoReadAll(me, at));
    }

    /** Marks the notices as read whose thing the acting person sees at this path, such as {@code /app/proposals/K7M2QX}. */
    @Transactional
    public void visited(String path) {
        change(me -> queries.visited(me, path, now()));
    }

    private void change(java.util.function.ToIntFunction<UUID> change) {
        mine().filter(me -> change.applyAsInt(me) > 0).ifPresent(me -> live.send(channel(me), CHANGED));
    }

    private Optional<UUID> mine() {
        return access.me().map(me -> me.value());
    }

    /** As finely as databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
