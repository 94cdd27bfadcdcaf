package org.caravanserai.meeting;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** What topics, session types and rooms have in common when they are set up. */
@Component
class Parts {

    /** The most topics, types or rooms that a meeting may have. */
    static final int MOST = 300;

    private final List<PartInUse> uses;

    Parts(List<PartInUse> uses) {
        this.uses = uses;
    }

    /** @throws Refusal if another module needs the part */
    void requireUnused(MeetingId meeting, UUID part) {
        uses.stream()
                .flatMap(use -> use.whyNeeded(meeting, part).stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw Refusal.of(reason);
                });
    }

    /** @throws Refusal if there are too many to add one */
    void requireRoom(int present) {
        if (present >= MOST) {
            throw Refusal.of("meeting.parts.many", MOST);
        }
    }

    /** What is said of a part that is not there, or not this meeting's: both look alike to whoever asks. */
    static Refusal gone() {
        return Refusal.of("meeting.part.gone");
    }

    /**
     * The places that parts have after they were arranged: those named in the asked order, the others behind them as they
     * were.
     */
    static <T> List<T> arranged(List<T> present, List<UUID> asked, java.util.function.Function<T, UUID> key) {
        return present.stream()
                .sorted(java.util.Comparator.comparingInt(part -> {
                    var place = asked.indexOf(key.apply(part));
                    return place < 0 ? asked.size() : place;
                }))
                .toList();
    }

    /** A key made of an English name that none of those taken equals. */
    static String keyFrom(String name, char joint, Set<String> taken, String otherwise) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", String.valueOf(joint))
                .replaceAll("^[-_]+|[-_]+$", "");
        var base = plain.isEmpty() ? otherwise : plain.substring(0, Math.min(50, plain.length()));
        var key = base;
        for (int i = 2; taken.contains(key); i++) {
            key = base + joint + i;
        }
        return key;
    }
}
