package org.caravanserai.gathering.poll;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Somebody who is asked: a person of the application, an address, or a name alone whose link is handed over. */
@Entity
public class PollGuest extends Aggregate {

    /** The longest name and the longest note. */
    static final int LONGEST_NAME = 200;

    static final int LONGEST_NOTE = 1_000;

    private UUID poll;

    private @Nullable UUID person;

    private String name;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Language language;

    private Instant invitedAt;

    private @Nullable Instant writtenAt;

    private @Nullable Instant remindedAt;

    private @Nullable Instant answeredAt;

    private String note = "";

    @SuppressWarnings("NullAway.Init")
    protected PollGuest() {}

    private PollGuest(PollId poll, String name, Language language, Instant now) {
        this.poll = poll.value();
        this.name = name;
        this.language = language;
        this.invitedAt = now;
    }

    static PollGuest known(PollId poll, PersonId person, Language language, Instant now) {
        var guest = new PollGuest(poll, "", language, now);
        guest.person = person.value();
        return guest;
    }

    /** @throws Refusal if the name is missing or too long */
    static PollGuest named(PollId poll, String name, Optional<EmailAddress> email, Language language, Instant now) {
        var clean = Clean.line(name);
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw Refusal.at("name", "poll.guest.name", LONGEST_NAME);
        }
        var guest = new PollGuest(poll, clean, language, now);
        guest.email = email.map(EmailAddress::value).orElse(null);
        return guest;
    }

    PollId poll() {
        return new PollId(poll);
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    /** The name that the organiser wrote; empty for a person of the application. */
    String name() {
        return name;
    }

    Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    Language language() {
        return language;
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** When she was last written to by us. */
    Optional<Instant> writtenAt() {
        return Optional.ofNullable(writtenAt);
    }

    /** When she was reminded; only the first time before the deadline is by itself. */
    Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    String note() {
        return note;
    }

    void written(Instant now) {
        writtenAt = now;
    }

    void reminded(Instant now) {
        remindedAt = now;
        writtenAt = now;
    }

    /** @throws Refusal if the note is too long */
    void answer(String words, Instant now) {
        var clean = Clean.lines(words);
        if (clean.length() > LONGEST_NOTE) {
            throw Refusal.at("note", "poll.tooLong", LONGEST_NOTE);
        }
        note = clean;
        answeredAt = now;
        publish(new PollAnswered(poll(), key()));
    }
}
