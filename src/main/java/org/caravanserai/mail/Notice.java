package org.caravanserai.mail;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.jspecify.annotations.Nullable;

/** That a person is told of something in the application. What it says stands in the message, which it goes with. */
@Entity
@NotAudited
class Notice extends Aggregate {

    private UUID person;

    private UUID message;

    private String kind;

    private String path;

    private Instant appearsAt;

    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    /**
     * A notice.
     *
     * @param kind what the person chooses it by
     * @param path where in the application the thing is seen; empty if nowhere
     * @param appearsAt from when on it is shown
     */
    Notice(PersonId person, OutboxMessage message, NoticeKind kind, String path, Instant appearsAt) {
        this.person = person.value();
        this.message = message.key();
        this.kind = kind.name();
        this.path = path;
        this.appearsAt = appearsAt;
    }
}
