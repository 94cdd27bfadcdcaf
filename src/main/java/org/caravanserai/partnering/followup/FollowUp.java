package org.caravanserai.partnering.followup;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What came, for one person, of one meeting with others. It is hers alone: what she says reaches neither those she met nor an
 * organiser nor the audit trail.
 */
@Entity
class FollowUp extends Aggregate {

    /** The longest line. */
    static final int LONGEST_NOTE = 500;

    /** When she is asked, counted from the end of the meeting: soon, and after a quarter, half and a whole year. */
    static final List<Duration> ASKED =
            List.of(Duration.ofHours(12), Duration.ofDays(91), Duration.ofDays(182), Duration.ofDays(365));

    private String source;

    private UUID person;

    private @Nullable UUID meeting;

    private String title;

    private Instant heldAt;

    @Secret
    @Convert(converter = StringSetConverter.class)
    private Set<String> came = new LinkedHashSet<>();

    @Secret
    private String note = "";

    private @Nullable Instant answeredAt;

    private int stage;

    private @Nullable Instant nextAt;

    @SuppressWarnings("NullAway.Init")
    protected FollowUp() {}

    FollowUp(HeldMeetings.HeldMeeting held, PersonId person) {
        this.source = held.source();
        this.person = person.value();
        this.meeting = held.meeting().orElse(null);
        this.title = Clean.cut(held.title(), 200);
        this.heldAt = held.ended();
        this.nextAt = held.ended().plus(ASKED.getFirst());
    }

    String source() {
        return source;
    }

    PersonId person() {
        return new PersonId(person);
    }

    String title() {
        return title;
    }

    Instant heldAt() {
        return heldAt;
    }

    Set<CameOfIt> came() {
        var all = came.stream().map(CameOfIt::valueOf).collect(Collectors.toSet());
        return all.isEmpty() ? Set.of() : EnumSet.copyOf(all);
    }

    String note() {
        return note;
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    /** How often she was asked: 0 before the first time. */
    int stage() {
        return stage;
    }

    /** When she is asked next; empty if not any more. */
    Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }

    /** She says what came of it: nothing stands alone, all else together; none takes her answer back. */
    void say(Set<CameOfIt> what, Clock clock) {
        if (what.contains(CameOfIt.NOTHING) && what.size() > 1) {
            throw Refusal.at("came", "followup.nothing.alone");
        }
        came = what.stream().sorted().map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        answeredAt = what.isEmpty() ? null : clock.instant();
    }

    /** As with one press: it is said, or not said any more; nothing and all else take each other's place. */
    void press(CameOfIt what, Clock clock) {
        var now = EnumSet.noneOf(CameOfIt.class);
        now.addAll(came());
        if (!now.remove(what)) {
            if (what == CameOfIt.NOTHING) {
                now.clear();
            }
            now.remove(CameOfIt.NOTHING);
            now.add(what);
        }
        say(now, clock);
    }

    /** She adds a line. */
    void write(String line) {
        var clean = Clean.line(line);
        if (clean.length() > LONGEST_NOTE) {
            throw Refusal.at("note", "followup.note.long", LONGEST_NOTE);
        }
        note = clean;
    }

    /** She was asked; the next time, if there is one, comes of itself, and one that passed meanwhile is left out. */
    void asked(Clock clock) {
        stage++;
        while (stage < ASKED.size() && !heldAt.plus(ASKED.get(stage)).isAfter(clock.instant())) {
            stage++;
        }
        nextAt = stage < ASKED.size() ? heldAt.plus(ASKED.get(stage)) : null;
    }

    /** She is not asked about it any more. */
    void stop() {
        nextAt = null;
    }
}
