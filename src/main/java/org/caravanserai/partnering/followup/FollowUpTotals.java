package org.caravanserai.partnering.followup;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of the meetings between people at a meeting, as organisers may know it: totals, and those only where at least
 * five people stand behind a number, so that nobody's answer can be told from it.
 */
@Service
public class FollowUpTotals {

    /** The fewest answers that a number is told of. */
    public static final int FEWEST = 5;

    private final StoredFollowUps followUps;

    FollowUpTotals(StoredFollowUps followUps) {
        this.followUps = followUps;
    }

    /**
     * The totals of a meeting.
     *
     * @param answers how many answers there are; empty if fewer than {@link #FEWEST}
     * @param came how many say that this came of it; empty where it would be fewer than {@link #FEWEST}
     */
    public record Totals(OptionalInt answers, Map<CameOfIt, OptionalInt> came) {}

    /** The totals of a meeting. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public Totals of(UUID meeting) {
        return count(followUps.answered(meeting).stream().map(FollowUp::came).toList());
    }

    static Totals count(Collection<Set<CameOfIt>> answers) {
        var came = new EnumMap<CameOfIt, OptionalInt>(CameOfIt.class);
        for (var what : CameOfIt.values()) {
            came.put(what, told((int)
                    answers.stream().filter(said -> said.contains(what)).count()));
        }
        return new Totals(told(answers.size()), came);
    }

    private static OptionalInt told(int number) {
        return number < FEWEST ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
