package org.caravanserai.api.hook;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.platform.outside.OutsideAddress;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** An address that is told of some events of a meeting. Its secret is kept as it is: every message is signed with it. */
@Entity
class Hook extends Aggregate {

    /** How long an address may fail, without a single success, until it is asked no more. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final String PREFIX = "cvsh_";

    private UUID meeting;

    /** Many services put a key into the address. */
    @Secret
    private String address;

    @Convert(converter = StringSetConverter.class)
    private Set<String> events = new LinkedHashSet<>();

    @Secret
    private String secret;

    @Enumerated(EnumType.STRING)
    private State state = State.ON;

    private @Nullable UUID madeBy;

    private Instant madeAt;

    /** Written at deliveries, beside this aggregate: how they go is no change of it. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant failingSince;

    private @Nullable Instant removedAt;

    /** Whether it is told anything. */
    enum State {
        ON,
        /** An organiser switched it off. */
        OFF,
        /** It failed for so long, or said itself that it is gone. */
        FAILED
    }

    @SuppressWarnings("NullAway.Init")
    protected Hook() {}

    Hook(MeetingId meeting, OutsideAddress address, Set<HookEvent> events, Optional<PersonId> by, Clock clock) {
        this.meeting = meeting.value();
        this.madeBy = by.map(PersonId::value).orElse(null);
        this.madeAt = clock.instant();
        this.secret = newSecret();
        change(address, events);
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    OutsideAddress address() {
        return OutsideAddress.of(address);
    }

    Set<HookEvent> events() {
        var known = EnumSet.noneOf(HookEvent.class);
        HookEvent.offered().stream()
                .filter(event -> events.contains(event.name()))
                .forEach(known::add);
        return known;
    }

    String secret() {
        return secret;
    }

    State state() {
        return state;
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    /** Whether it is told of what happens now. */
    boolean isOn() {
        return state == State.ON && removedAt == null;
    }

    /** It goes to another address, or is told of other events. */
    final void change(OutsideAddress changed, Set<HookEvent> told) {
        if (told.isEmpty()) {
            throw Refusal.at("events", "hook.events.none");
        }
        address = changed.toString();
        events = new LinkedHashSet<>();
        told.stream().sorted().map(HookEvent::name).forEach(events::add);
    }

    /** The secret that it had counts no more. */
    void renew() {
        secret = newSecret();
    }

    void switchTo(State next) {
        state = next;
    }

    /** Whether it has failed for longer than anyone waits. */
    boolean isHopeless(Clock clock) {
        return failingSince != null && !failingSince.plus(PATIENCE).isAfter(clock.instant());
    }

    void remove(Clock clock) {
        removedAt = clock.instant();
    }

    void restore() {
        removedAt = null;
    }

    private static String newSecret() {
        return PREFIX + OneTimeSecret.random().value();
    }
}
