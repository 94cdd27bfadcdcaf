package org.caravanserai.agenda.planning;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/** How a meeting's run stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface PlanStanding {

    /** There is none. */
    record None() implements PlanStanding {}

    /**
     * It is at work.
     *
     * @param since when it began
     * @param elapsed for how long
     */
    record Running(PlanPicture picture, Instant since, Duration elapsed) implements PlanStanding {}

    /**
     * It has ended, with an agenda to look at.
     *
     * @param took how long it worked
     * @param clashes if hard rules are broken still: what cannot be met together
     * @param leftOut why sessions that wait were left out
     */
    record Ready(PlanPicture picture, Duration took, List<Clash> clashes, List<Refusal.Problem> leftOut)
            implements PlanStanding {}

    /**
     * It was at work when the process that it worked in ended, and ended with it.
     *
     * @param picture how far it had come
     * @param since when it began
     * @param found whether it had found an agenda to look at
     */
    record Interrupted(PlanPicture picture, Instant since, boolean found) implements PlanStanding {}

    /**
     * A repair has ended.
     *
     * @param moves how many sessions move
     * @param proven fewer cannot do it
     */
    record Repaired(PlanOrder order, Duration took, int moves, boolean proven) implements PlanStanding {}

    /** There is no repair, or none was found in the time. */
    record NoRepair(PlanOrder order, List<Clash> clashes) implements PlanStanding {}

    /** It broke off by a fault of ours. */
    record Failed() implements PlanStanding {}

    /** Something that is asked and cannot be met together with the others. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Clash {
        /** The session takes place. */
        record Takes(LocalizedText session) implements Clash {}

        /** The session stays where it is pinned. */
        record Stays(LocalizedText session) implements Clash {}

        /** The session is only where no hard rule forbids it whatever the others do. */
        record Suits(LocalizedText session) implements Clash {}

        /** The room holds one session at a time. */
        record OneInRoom(LocalizedText room) implements Clash {}

        /** The person is in one session at a time. */
        record OneForPerson(PersonName person) implements Clash {}

        /** Between two sessions, the room is free for as long as it takes to clear it and set it up. */
        record FreeBetween(LocalizedText room) implements Clash {}

        /** The person has the time to get from one venue to the other. */
        record OnTheWay(PersonName person) implements Clash {}

        /** The topic is told once at a time. */
        record OneOfTopic(LocalizedText topic) implements Clash {}

        /** The two sessions are not at once, because of their topics or of those who want to hear both. */
        record Apart(LocalizedText one, LocalizedText other) implements Clash {}

        /** The second session follows the first. */
        record InOrder(LocalizedText first, LocalizedText second) implements Clash {}
    }
}
