package org.caravanserai.mail;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What one person has chosen about being told of things. */
@Entity
class NoticeSetting extends Aggregate {

    private static final int LAST_HOUR = 23;
    private static final int HOUR = 60;

    private UUID person;

    private int digestHour = NoticeWishes.NONE.digestHour();

    private @Nullable Integer quietFrom;

    private @Nullable Integer quietUntil;

    private boolean skipSeen;

    @Convert(converter = NoticeChoicesConverter.class)
    private Map<String, NoticeChoice> choices = Map.of();

    @SuppressWarnings("NullAway.Init")
    protected NoticeSetting() {}

    NoticeSetting(PersonId person) {
        this.person = person.value();
    }

    NoticeWishes wishes() {
        return new NoticeWishes(choices, digestHour, quiet(quietFrom, quietUntil), skipSeen);
    }

    void choose(String kind, NoticeChoice choice) {
        var changed = new TreeMap<>(choices);
        if (choice.equals(NoticeChoice.USUAL)) {
            changed.remove(kind);
        } else {
            changed.put(kind, choice);
        }
        choices = Map.copyOf(changed);
    }

    /** Changes every choice that was made. */
    void chooseAll(UnaryOperator<NoticeChoice> change) {
        for (var chosen : Map.copyOf(choices).entrySet()) {
            choose(chosen.getKey(), change.apply(chosen.getValue()));
        }
    }

    void digestAt(int hour) {
        if (hour < 0 || hour > LAST_HOUR) {
            throw Refusal.at("digest-hour", "notice.digest.hour");
        }
        digestHour = hour;
    }

    void keepQuiet(Optional<QuietHours> hours) {
        quietFrom = hours.map(h -> minute(h.from())).orElse(null);
        quietUntil = hours.map(h -> minute(h.until())).orElse(null);
    }

    void skipSeen(boolean skip) {
        skipSeen = skip;
    }

    static Optional<QuietHours> quiet(@Nullable Integer from, @Nullable Integer until) {
        return from == null || until == null ? Optional.empty() : Optional.of(new QuietHours(time(from), time(until)));
    }

    private static int minute(LocalTime time) {
        return time.getHour() * HOUR + time.getMinute();
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / HOUR, minute % HOUR);
    }
}
