package org.caravanserai.agenda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;

/**
 * What the organisers of a meeting demand of its agenda.
 *
 * @param conflicts how conflicts are judged
 * @param needs what sessions need of a room, by their type; types that need nothing are not there
 */
public record MeetingRules(ConflictRules conflicts, Map<UUID, Needs> needs) {

    /** As a meeting begins. */
    public static final MeetingRules USUAL = new MeetingRules(ConflictRules.USUAL, Map.of());

    /**
     * Of an agenda that was published elsewhere, and may be as its organisers wanted it, with rooms and topics that meet
     * themselves: nothing is refused.
     */
    public static final MeetingRules PUBLISHED_ELSEWHERE = USUAL.judging(ConflictRules.USUAL
            .with(ConflictKind.ROOM_TWICE, Handling.WARN)
            .with(ConflictKind.ROOM_CLOSED, Handling.WARN)
            .with(ConflictKind.TOPIC_PARALLEL, Handling.IGNORE));

    public MeetingRules {
        var kept = new LinkedHashMap<>(needs);
        kept.values().removeIf(Needs.NONE::equals);
        needs = Map.copyOf(kept);
    }

    /** These rules with conflicts judged otherwise. */
    public MeetingRules judging(ConflictRules changed) {
        return new MeetingRules(changed, needs);
    }

    /** These rules with sessions of a type needing something else. */
    public MeetingRules needing(UUID type, Needs changed) {
        var all = new LinkedHashMap<>(needs);
        all.put(type, changed);
        return new MeetingRules(conflicts, all);
    }

    /** What a session of a type needs. */
    public Needs of(UUID type) {
        return needs.getOrDefault(type, Needs.NONE);
    }
}
