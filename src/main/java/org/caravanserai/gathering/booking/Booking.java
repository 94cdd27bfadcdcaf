package org.caravanserai.gathering.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/** A slot that somebody has asked for. While it holds the slot, no other booking of these office hours can hold it. */
@Entity
class Booking extends Aggregate {

    private UUID officeHours;

    @Column(name = "starts_at")
    private Instant start;

    @Column(name = "ends_at")
    private Instant end;

    private @Nullable Instant heldStart;

    @Enumerated(EnumType.STRING)
    private BookingState state;

    private @Nullable UUID visitor;

    private String visitorName;

    @Secret
    private String visitorEmail;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String zone;

    private String questions;

    @Secret
    private String answers;

    @Secret
    private String secretHash;

    private @Nullable UUID appointment;

    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    Booking(OfficeHours of, Slot slot, Visitor visitor, BookingState state, OneTimeSecret secret, Clock clock) {
        this.officeHours = of.key();
        this.start = slot.start();
        this.end = slot.end();
        this.heldStart = slot.start();
        this.state = state;
        this.visitor = visitor.person().map(PersonId::value).orElse(null);
        this.visitorName = visitor.name();
        this.visitorEmail = visitor.email().map(EmailAddress::value).orElse("");
        this.language = visitor.language();
        this.zone = visitor.zone().getId();
        this.questions = String.join("\n", of.rules().questions());
        this.answers = String.join("\n", visitor.answers());
        this.secretHash = secret.hash();
        this.madeAt = clock.instant();
    }

    UUID officeHours() {
        return officeHours;
    }

    Slot slot() {
        return new Slot(start, end);
    }

    BookingState state() {
        return state;
    }

    Optional<PersonId> visitor() {
        return Optional.ofNullable(visitor).map(PersonId::new);
    }

    String visitorName() {
        return visitorName;
    }

    /** Where a visitor without a profile is written to. */
    Optional<EmailAddress> visitorEmail() {
        return visitorEmail.isEmpty() ? Optional.empty() : Optional.of(new EmailAddress(visitorEmail));
    }

    Language language() {
        return language;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** A question, and what was said to it. */
    record Answered(String question, String answer) {}

    /** What was asked and answered when this was booked; questions without an answer are left out. */
    List<Answered> answered() {
        var asked = questions.split("\n", -1);
        var said = answers.split("\n", -1);
        return IntStream.range(0, Math.min(asked.length, said.length))
                .filter(i -> !said[i].isEmpty())
                .mapToObj(i -> new Answered(asked[i], said[i]))
                .toList();
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<UUID> appointment() {
        return Optional.ofNullable(appointment);
    }

    /** It waits for the person who is booked. */
    void ask() {
        state = BookingState.ASKED;
    }

    /** It is taken, and this appointment has been made of it. */
    void take(UUID made) {
        state = BookingState.TAKEN;
        appointment = made;
    }

    /** The slot is free again. */
    void free() {
        state = BookingState.FREED;
        heldStart = null;
    }

    /** It holds its slot again, as it did. */
    void holdAgain() {
        state = BookingState.TAKEN;
        heldStart = start;
    }
}
