package org.caravanserai.mail;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Clean;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives each message the way that its recipient wishes. What a transaction queues is gathered and written just before it
 * commits: then the wishes of all recipients are read at once, however many they are, and of several messages about one
 * thing to one recipient the most urgent is left.
 */
@Component
class Dispatch {

    private final OutboxMessages messages;
    private final StoredNotices notices;
    private final NoticeWishesReading wishes;
    private final ToldThings told;
    private final KnownKinds kinds;
    private final MailMarkup markup;
    private final MailServer server;
    private final StoredFiles files;
    private final PathInApplication paths;
    private final LiveUpdates live;
    private final Clock clock;

    Dispatch(
            OutboxMessages messages,
            StoredNotices notices,
            NoticeWishesReading wishes,
            ToldThings told,
            KnownKinds kinds,
            MailMarkup markup,
            MailServer server,
            StoredFiles files,
            PathInApplication paths,
            LiveUpdates live,
            Clock clock) {
        this.messages = messages;
        this.notices = notices;
        this.wishes = wishes;
        this.told = told;
        this.kinds = kinds;
        this.markup = markup;
        this.server = server;
        this.files = files;
        this.paths = paths;
        this.live = live;
        this.clock = clock;
    }

    /**
     * A message that was queued.
     *
     * @param attachment a file that goes with it; null if none
     * @param cause by what it is taken back; null if it cannot be
     * @param leaves when it leaves at the earliest; null if at once
     */
    record Queued(
            Outbox.Message message,
            Outbox.@Nullable Attachment attachment,
            @Nullable UUID cause,
            @Nullable Instant leaves) {}

    /** Takes a message into the current transaction. */
    void add(Queued queued) {
        gathered().add(queued);
    }

    /** Writes what the current transaction has gathered so far. */
    void write() {
        gathered().write();
    }

    private Gathered gathered() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(s -> s instanceof Gathered gathered && gathered.isOf(this))
                .map(Gathered.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var made = new Gathered();
                    TransactionSynchronizationManager.registerSynchronization(made);
                    return made;
                });
    }

    /** What one transaction has queued; comes last before the commit, since others may queue then. */
    private final class Gathered implements TransactionSynchronization, Ordered {

        private final List<Queued> waiting = new ArrayList<>();
        private boolean committing;

        boolean isOf(Dispatch other) {
            return Dispatch.this == other;
        }

        void add(Queued queued) {
            waiting.add(queued);
            if (committing) {
                write();
            }
        }

        void write() {
            var all = List.copyOf(waiting);
            waiting.clear();
            if (!all.isEmpty()) {
                dispatch(all);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    private record Prepared(Queued queued, OutboxMessage message, NoticeWishes.Way way) {}

    private void dispatch(List<Queued> queued) {
        var once = onceForOneThing(queued);
        var known = wishes.of(once.stream().map(Queued::message).toList());
        var prepared = told.firstTime(
                once.stream().map(q -> prepare(q, known)).toList(),
                p -> new ToldThings.Telling(
                        p.queued().message().to().value(),
                        p.queued().message().thing(),
                        p.message().key()));
        prepared.forEach(p -> {
            var file = p.queued().attachment();
            if (file != null) {
                p.message().attach(file, files.store(new ByteArrayInputStream(file.bytes())));
            }
        });
        messages.saveAll(prepared.stream().map(Prepared::message).toList());
        notices.saveAll(prepared.stream().flatMap(p -> notice(p).stream()).toList());
        peopleTold(prepared).forEach(person -> live.send(NoticeBoard.channel(person), NoticeBoard.CHANGED));
    }

    /** Of several messages to one recipient about one thing: the most urgent, of equals the last. */
    private List<Queued> onceForOneThing(List<Queued> all) {
        record Once(String to, String thing) {}
        var kept = new LinkedHashMap<Object, Queued>();
        for (var one : all) {
            var message = one.message();
            var key = message.thing().isEmpty()
                    ? new Object()
                    : new Once(message.to().value(), message.thing());
            kept.merge(key, one, (a, b) -> urgency(a).compareTo(urgency(b)) > 0 ? a : b);
        }
        return List.copyOf(kept.values());
    }

    private NoticeKind.Urgency urgency(Queued queued) {
        return kinds.of(queued.message().kind()).urgency();
    }

    private Prepared prepare(Queued queued, NoticeWishesReading.Known known) {
        var message = queued.message();
        var prepared = new OutboxMessage(
                message.to(),
                message.person(),
                message.meeting(),
                message.kind(),
                message.language().tag(),
                Clean.cut(Clean.line(message.subject()), 250),
                markup.text(message),
                markup.html(message),
                message.actionAddress(),
                clock);
        prepared.isAbout(message.matters());
        var leaves = queued.leaves();
        if (queued.cause() != null && leaves != null) {
            prepared.leaveLater(queued.cause(), leaves);
        }
        var kind = kinds.of(message.kind());
        var way = known.way(message, kind, leaves == null ? clock.instant() : leaves);
        prepared.goes(way, server.isThere());
        return new Prepared(queued, prepared, way);
    }

    private Optional<Notice> notice(Prepared prepared) {
        var person = prepared.queued().message().person();
        if (person == null || !prepared.way().inApplication()) {
            return Optional.empty();
        }
        var leaves = Objects.requireNonNullElse(prepared.queued().leaves(), clock.instant());
        return Optional.of(new Notice(
                person,
                prepared.message(),
                kinds.of(prepared.message().kind()),
                paths.of(prepared.message().actionAddress()),
                leaves));
    }

    private static Set<UUID> peopleTold(List<Prepared> prepared) {
        return prepared.stream()
                .filter(p -> p.way().inApplication())
                .flatMap(p -> Optional.ofNullable(p.queued().message().person()).stream())
                .map(PersonId::value)
                .collect(toSet());
    }
}
